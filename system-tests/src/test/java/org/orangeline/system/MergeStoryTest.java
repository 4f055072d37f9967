package org.orangeline.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** One person, registered more than once: found, merged by a human, and taken apart again. */
@OnTheSharedSystem
class MergeStoryTest {

    private static final List<String> SPELLINGS =
            List.of(
                    "\u0645\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646 \u0627\u0644\u062d\u0633\u0646",
                    "Mohammed Abdulrahman al-Hassan",
                    "Мухаммад Абдуррахман аль-Хасан");

    private static final Set<String> OF_THE_MERGE =
            Set.of("MergeRequested", "PersonsMerged", "UnmergeRequested", "PersonsUnmerged");

    private final Emergency emergency;
    private final Officers officers;
    private final Map<UUID, UUID> childOf = new HashMap<>();

    MergeStoryTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "merge");
        this.officers = emergency.officers();
    }

    private Answer ask(String token, String method, String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call(method, path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    @Test
    void three_spellings_of_one_name_are_offered_as_one_anothers_duplicates() {
        List<UUID> same = new ArrayList<>();
        for (String name : SPELLINGS) {
            same.add(emergency.arrived(People.named(People.man("SYR"), name)));
        }
        UUID other = emergency.arrived(People.named(People.man("SYR"), "Yusuf Ibrahim Khalil"));
        Eventually.holds(
                "each pair of the three is offered",
                () -> {
                    String open =
                            emergency
                                    .intake()
                                    .settle(
                                            emergency
                                                    .call("GET", "duplicates?status=open")
                                                    .token(officers.intake()))
                                    .expect(200)
                                    .body();
                    assertThat(open).doesNotContain(other.toString());
                    return pairs(open, same) == 3;
                });
    }

    private static long pairs(String open, List<UUID> same) {
        try {
            long found = 0;
            for (JsonNode item : Answer.MAPPER.readTree(open).path("items")) {
                String text = item.toString();
                found +=
                        same.stream().filter(id -> text.contains(id.toString())).count() == 2
                                ? 1
                                : 0;
            }
            return found;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(open, e);
        }
    }

    @Test
    void a_merge_and_its_reversal_leave_both_records_as_they_were_in_all_services() {
        emergency.facility("camp", "CAMP", 10);
        UUID one = mother("SYR", "Amina Yusuf", "family-1");
        UUID other = mother("IRQ", "Амина Юсуф", "family-2");
        UUID sister = emergency.arrived(People.woman("IRQ"));
        ask(
                        officers.intake(),
                        "PUT",
                        "persons/" + other + "/family/" + sister,
                        "{\"relation\":\"SIBLING\",\"reason\":\"both say so\"}")
                .expect(201);
        emergency.awaitPlaceable(sister);
        JsonNode found = emergency.concluded(one, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        assertThat(found.path("action").asText()).isEqualTo("PLACE");
        JsonNode civilian = emergency.concluded(other, "CIVILIAN", "NO_INDICATION");
        assertThat(civilian.has("action")).isTrue();
        for (UUID person : List.of(one, other)) {
            assertThat(
                            emergency.orderedTogether(
                                    "camp", person, Objects.requireNonNull(childOf.get(person))))
                    .hasSize(2);
        }
        // Screening hears of an order a moment later; then nothing moves any more.
        Eventually.holds("both are at rest", () -> shown(one).equals(shown(one)));
        String before = Eventually.some("a state that stays", () -> atRest(one, other));

        ask(
                        officers.machine(org.orangeline.launcher.keys.Role.INTAKE_OFFICER),
                        "POST",
                        "persons/" + one + "/merge",
                        "{\"otherId\":\"%s\",\"reason\":\"same papers\"}".formatted(other))
                .expectRule(422, "S6");
        String mergeId = emergency.merging(one, other).expect(201).text("mergeId");
        JsonNode merged =
                emergency.awaitPerson(
                        Service.PLACEMENT, other, shown -> shown.hasNonNull("mergedInto"));
        assertThat(merged.path("mergedInto").asText()).isEqualTo(one.toString());
        JsonNode questioned =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        one,
                        shown -> shown.at("/placement/questioned").toString().contains("P2"));
        assertThat(questioned.has("placement")).isTrue();
        emergency
                .placement()
                .settle(emergency.order(other, "camp", Orders.SHELTER))
                .expectProblem(409);

        emergency.unmerged(mergeId);
        Eventually.holds(
                "both records are exactly what they were",
                () -> (shown(one) + shown(other)).equals(before));
        for (String topic : List.of("PersonsMerged", "PersonsUnmerged")) {
            assertThat(emergency.system().log().records(topic))
                    .filteredOn(event -> new String(event.value(), UTF_8).contains(mergeId))
                    .as(topic + " for the agencies")
                    .hasSize(1);
        }
    }

    /** With a child of her own. */
    private UUID mother(String country, String name, String family) {
        UUID mother =
                emergency.arrived(
                        People.inFamily(
                                People.named(People.woman(country), name), family, "PARENT"));
        UUID child = emergency.arrived(People.inFamily(People.child(country), family, "CHILD"));
        childOf.put(mother, child);
        for (UUID person : List.of(mother, child)) {
            emergency.awaitPlaceable(person);
            assertThat(emergency.awaitLine(person).has("group")).isTrue();
        }
        return mother;
    }

    private java.util.Optional<String> atRest(UUID one, UUID other) {
        String first = shown(one) + shown(other);
        String second = shown(one) + shown(other);
        return first.equals(second) ? java.util.Optional.of(first) : java.util.Optional.empty();
    }

    /** A merge and its reversal, and the question that was raised by the merge alone. */
    private static boolean isOfTheMerge(JsonNode event) {
        return OF_THE_MERGE.contains(event.path("event").asText())
                || event.path("payload").hasNonNull("mergeId");
    }

    /** State and history in each service, without what the merge itself recorded. */
    private String shown(UUID person) {
        var all = new TreeMap<String, String>();
        for (Service service : Service.values()) {
            JsonNode state =
                    emergency
                            .system()
                            .api(service)
                            .settle(
                                    emergency
                                            .call("GET", "persons/" + person)
                                            .token(officers.coordinator()))
                            .expect(200)
                            .json();
            ((ObjectNode) state).remove(List.of("waitingSeconds"));
            ArrayNode history = Answer.MAPPER.createArrayNode();
            for (JsonNode event : emergency.history(service, person).json()) {
                if (!isOfTheMerge(event)) {
                    history.add(event);
                }
            }
            all.put(service.id(), state + " " + history);
        }
        return all.toString();
    }
}
