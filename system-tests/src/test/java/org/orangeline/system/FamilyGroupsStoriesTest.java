package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two tablets that count their families by themselves make no relatives of strangers (P6). */
@OnTheSharedSystem
class FamilyGroupsStoriesTest extends PlacementStory {

    /** As many as stopped a partition once. */
    private static final int CROWD = 800;

    private static final int MOST_MEMBERS = 100;

    FamilyGroupsStoriesTest(RunningSystem system) {
        super(system, "family-groups");
    }

    @Test
    void P6_strangers_of_two_tablets_with_one_group_id_are_no_family_until_a_human_joins_them() {
        UUID mother = uploaded("tablet-east", 1, People.woman("SYR"), "f-1", "PARENT");
        UUID man = uploaded("tablet-west", 1, People.man("SYR"), "f-1", "PARENT");
        UUID child = uploaded("tablet-east", 2, People.child("SYR"), "f-1", "CHILD");

        assertThat(group(mother)).isEqualTo("f-1").isEqualTo(group(child));
        assertThat(group(man)).isEqualTo("tablet-west:f-1");
        assertThat(relatives(child)).contains(mother.toString()).doesNotContain(man.toString());
        order(mother, "camp", Orders.SHELTER).expectRule(422, "P6");
        List<String> unused = emergency.orderedTogether("camp", mother, child);
        emergency.facility("roj", "CAMP", 50);

        Answer joined =
                emergency.corrected(
                        man,
                        "{\"family\":{\"groupId\":\"f-1\",\"role\":\"PARENT\"},"
                                + "\"reason\":\"all three say so\"}");
        assertThat(joined.status()).isEqualTo(200);
        assertThat(relatives(child)).contains(man.toString());
        // Refused in any case, so that none is accepted too early.
        Eventually.holds(
                "placement-service knows the family",
                () ->
                        order(man, "prison", Orders.CUSTODY).texts("rules").stream()
                                .anyMatch("P6"::equals));
        order(man, "roj", Orders.SHELTER).expectRule(422, "P6");
    }

    @Test
    void P6_a_stranger_of_another_tablet_is_ordered_alone() {
        UUID mother = uploaded("tablet-north", 1, People.woman("SYR"), "f-7", "PARENT");
        UUID child = uploaded("tablet-north", 2, People.child("SYR"), "f-7", "CHILD");
        UUID man = uploaded("tablet-south", 1, People.man("SYR"), "f-7", "PARENT");
        List<String> unused = emergency.orderedTogether("camp", mother, child);
        emergency.facility("roj", "CAMP", 50);
        order(man, "roj", Orders.SHELTER).expect(201);
        assertThat(relatives(mother)).contains(child.toString()).doesNotContain(man.toString());
        ObjectNode son = People.inFamily(People.child("SYR"), "tablet-north:f-7", "CHILD");
        UUID later = arrived(son);
        assertThat(group(later)).isEqualTo("f-7");
    }

    @Test
    void P6_a_group_of_hundreds_is_no_family_and_nobody_waits_for_it() {
        Emergency beside = emergency.neighbour("beside-the-crowd");
        List<UUID> crowd = Stream.generate(UUID::randomUUID).limit(CROWD).toList();
        List<JsonNode> lines =
                crowd.stream().map(child -> (JsonNode) People.withId(inCrowd(), child)).toList();
        List<JsonNode> outcomes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> upload =
                    threads.submit(() -> emergency.intake().send(emergency.batch(lines)));
            // Others of the same partition are answered meanwhile.
            do {
                beside.intake()
                        .settle(beside.arrival(UUID.randomUUID(), People.man("SYR")))
                        .expect(201);
            } while (!upload.isDone());
            outcomes = upload.resultNow().expect(200).lines();
        }
        assertThat(outcomes).hasSize(CROWD);
        for (int i = 0; i < CROWD; i++) {
            JsonNode outcome = outcomes.get(i);
            assertThat(outcome.path("status").asText())
                    .as(outcome.toString())
                    .isEqualTo(i < MOST_MEMBERS ? "durable" : "rejected");
            assertThat(outcome.at("/problem/status").asInt()).isEqualTo(i < MOST_MEMBERS ? 0 : 409);
        }
        assertThat(emergency.system().log().countBySubject("PersonArrived", emergency.operation()))
                .hasSize(MOST_MEMBERS);
        UUID late = crowd.getLast();
        emergency.intake().settle(emergency.arrival(late, inCrowd())).expectProblem(409);
        emergency
                .intake()
                .settle(
                        emergency.arrival(
                                late, People.inFamily(People.child("SYR"), "f-2", "CHILD")))
                .expect(201);
        emergency.awaitPlaceable(late);
        assertThat(beside.awaitLine(beside.arrived(People.man("SYR"))).path("group").asText())
                .isEqualTo("SYRIAN_MEN");
        assertThat(Answer.parse(relatives(crowd.getFirst())).path("persons")).hasSize(MOST_MEMBERS);
    }

    private static ObjectNode inCrowd() {
        return People.inFamily(People.child("SYR"), "f-1", "CHILD");
    }

    private UUID uploaded(
            String tablet, int sequence, ObjectNode form, String family, String role) {
        UUID person = UUID.randomUUID();
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", UUID.randomUUID().toString())
                        .put("deviceId", tablet)
                        .put("deviceSequence", sequence)
                        .put("method", "PUT")
                        .put("path", "arrivals/" + person);
        item.set("body", People.inFamily(form, family, role));
        JsonNode outcome =
                emergency
                        .intake()
                        .send(
                                emergency
                                        .device(tablet)
                                        .batch(officers.intake())
                                        .content(Call.NDJSON, item.toString()))
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(outcome.path("outcome").asText()).as(outcome.toString()).isEqualTo("durable");
        emergency.awaitPlaceable(person);
        return person;
    }

    private String group(UUID person) {
        return shown(person, "").at("/family/groupId").asText();
    }

    private String relatives(UUID person) {
        return shown(person, "/family").toString();
    }

    private JsonNode shown(UUID person, String of) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person + of).token(officers.intake()))
                .expect(200)
                .json();
    }
}
