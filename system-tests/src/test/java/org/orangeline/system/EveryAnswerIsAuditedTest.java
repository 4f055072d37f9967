package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/**
 * Nobody sees a person unseen: every call of every service, as JSON and as a table, on an operation
 * where each has something to show. Whoever stands in the answer has a line in the audit.
 */
@OnTheSharedSystem
class EveryAnswerIsAuditedTest extends PlacementStory {

    /** Calls that name nobody, and why. */
    private static final Map<String, String> NOBODY =
            Map.ofEntries(
                    Map.entry("intake-service GET children-alone/counts", "numbers"),
                    Map.entry("intake-service GET devices", "tablets"),
                    Map.entry("intake-service GET legal-profile", "rules"),
                    Map.entry("intake-service GET legal-profile/changes", "rules"),
                    Map.entry("intake-service GET number-blocks", "numbers of tablets"),
                    Map.entry("intake-service GET plan", "lines"),
                    Map.entry("intake-service GET pre-registrations", "head counts of trucks"),
                    Map.entry("intake-service GET pre-registrations/{groupId}", "the same"),
                    Map.entry("intake-service GET receipt-key", "a public key"),
                    Map.entry("placement-service GET capacity-changes", "numbers of facilities"),
                    Map.entry("placement-service GET counts", "numbers"),
                    Map.entry("placement-service GET population", "numbers"),
                    Map.entry("placement-service GET roll-checks", "numbers"),
                    Map.entry("placement-service GET facilities", "facilities"),
                    Map.entry("placement-service GET facility-changes", "facilities"),
                    Map.entry("placement-service GET flow", "numbers"),
                    Map.entry("placement-service GET receiver-requests", "authorities"),
                    Map.entry("placement-service GET receivers", "authorities"),
                    Map.entry("screening-service GET counts", "numbers"),
                    Map.entry("screening-service GET flow", "numbers"),
                    Map.entry("screening-service GET lines", "numbers"),
                    Map.entry("screening-service GET lines/{group}/head-counts", "numbers"),
                    Map.entry("screening-service GET questionnaire-requests", "questions"),
                    Map.entry("screening-service GET questionnaires", "questions"),
                    Map.entry(
                            "screening-service GET questionnaires/{questionnaire}/versions/{version}",
                            "questions"),
                    Map.entry("GET devices/{deviceId}/cursor", "counts of a tablet's items"),
                    Map.entry("GET exports", "who exported, and how many"),
                    Map.entry("GET schemas/{file}", "published schemas"),
                    Map.entry("GET verification/{partition}", "digests"));

    /**
     * Calls that show nothing in this operation; that they are audited follows from how whom they
     * name is found.
     */
    private static final Set<String> WITHOUT_CONTENT =
            Set.of(
                    "intake-service GET age-assessments",
                    "intake-service GET carers-to-verify",
                    "intake-service GET children-alone",
                    "intake-service GET conflicts",
                    "intake-service GET refused-identity-requests",
                    "placement-service GET duties",
                    "placement-service GET proposals",
                    "placement-service GET questions",
                    "screening-service GET findings-in-doubt",
                    "screening-service GET lines/suggestions",
                    "screening-service GET persons/{id}/answers",
                    "screening-service GET screening-again");

    /** Calls that do not answer that something was made, and how it is seen who made them. */
    private static final Map<String, String> NO_NEW_RECORD =
            Map.ofEntries(
                    Map.entry("PUT legal-profile", "202: recorded, and waits for a second human"),
                    Map.entry(
                            "PUT questionnaires/{questionnaire}/versions/{version}",
                            "202: recorded, and waits for a second human"),
                    Map.entry("POST persons/search", "audited"),
                    Map.entry("POST identity-requests", "audited"),
                    Map.entry("POST arrivals", "an event for each line"),
                    Map.entry("PATCH persons/{id}", "an event"),
                    Map.entry("POST placements/batch", "an event for each order"),
                    Map.entry("POST batches", "an item for each line"),
                    Map.entry("POST held/{itemId}/acknowledgement", "stands at the item"),
                    Map.entry("POST held/{itemId}/discarding", "stands at the item"),
                    Map.entry("POST held/{itemId}/release", "stands at the item"),
                    Map.entry("POST keys/rotation", "of a key; names nobody"),
                    Map.entry("POST devices/{deviceId}/challenge", "of a tablet"),
                    Map.entry("POST devices/{deviceId}/token", "of a tablet"));

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RunningSystem system;
    private final Set<String> persons = new HashSet<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private int readers;

    EveryAnswerIsAuditedTest(RunningSystem system) {
        super(system, "audited");
        this.system = system;
    }

    @Test
    void whoever_stands_in_an_answer_stands_in_the_audit() {
        somethingToShow();
        Set<String> naming = new TreeSet<>();
        for (Described described : Described.all(system)) {
            if (!described.method().equals("GET")) {
                continue;
            }
            for (String format : List.of("json", "csv")) {
                Set<String> named = named(described, format);
                assertThat(named.isEmpty() || !isListed(NOBODY.keySet(), described))
                        .as(described + " is said to name nobody, and names " + named)
                        .isTrue();
                if (!named.isEmpty()) {
                    naming.add(described.toString());
                }
            }
        }
        assertThat(
                        Described.all(system).stream()
                                .filter(described -> described.method().equals("GET"))
                                .filter(described -> !naming.contains(described.toString()))
                                .filter(described -> !isListed(NOBODY.keySet(), described))
                                .filter(described -> !isListed(WITHOUT_CONTENT, described)))
                .as("calls that this operation has something to show in, or are said not to")
                .isEmpty();
    }

    @Test
    void every_other_call_is_a_search_or_leaves_an_event_with_its_actor() {
        Set<String> unknown = new TreeSet<>();
        for (Service service : Service.values()) {
            JsonNode document =
                    system.api(service).send(Call.get("q/openapi?format=json")).expect(200).json();
            document.path("paths")
                    .properties()
                    .forEach(path ->
                            path.getValue().properties().stream()
                                    .filter(call -> !call.getKey().equals("get"))
                                    .filter(call -> !call.getValue().path("responses").has("201"))
                                    .map(call -> call.getKey().toUpperCase(Locale.ROOT))
                                    .map(method ->
                                            method + " " + shortened(path.getKey().substring(1)))
                                    .forEach(unknown::add));
        }
        assertThat(unknown)
                .as("calls that do not say that they record something")
                .isEqualTo(NO_NEW_RECORD.keySet());
    }

    /** Whom an answer names; asserts that each of them has it in the audit. */
    private Set<String> named(Described described, String format) {
        String reader = "Reader " + ++readers;
        String token = officers.officer(reader, Role.values());
        Call call =
                Call.get(path(described) + "?format=" + format)
                        .token(token)
                        .header("Purpose", "to see who sees it");
        Answer answer = system.api(described.service()).settle(call);
        if (answer.status() != 200) {
            return Set.of();
        }
        Set<String> named =
                UUIDS.matcher(answer.body())
                        .results()
                        .map(found -> found.group())
                        .filter(persons::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
        String subject = reader.toLowerCase(Locale.ROOT).replace(' ', '-') + "-";
        for (String person : named) {
            assertThat(reads(described.service(), person))
                    .as(described + " as " + format + " named " + person)
                    .anyMatch(read ->
                            read.path("actor").asText().contains(subject)
                                    && read.path("call").asText().equals("GET /" + described.path())
                                    && read.path("purpose").asText().equals("to see who sees it"));
        }
        return named;
    }

    private List<JsonNode> reads(Service service, String person) {
        return system.api(service)
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/reads?limit=1000")
                                .token(officers.auditor()))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private void somethingToShow() {
        UUID mother = person(People.inFamily(People.woman("SYR"), "f-1", "PARENT"));
        UUID child = person(People.inFamily(People.child("SYR"), "f-1", "CHILD"));
        UUID alone = person(People.child("SYR"));
        UUID forgotten = person(People.woman("SYR"));
        UUID enemy = person(People.woman("SYR"));
        UUID same = person(People.named(People.woman("SYR"), "Zeynep Aslan"));
        UUID again = person(People.named(People.woman("SYR"), "Zeynep Aslan"));
        UUID absent = UUID.randomUUID();
        persons.add(absent.toString());
        parameters.put("id", mother.toString());
        parameters.put("group", emergency.awaitLine(mother).path("group").asText());
        act(officers.placement(), "persons/" + mother + "/kept-apart/" + enemy, WHY).expect(201);
        assertThat(emergency.awaitLine(enemy).path("group").asText()).isNotEmpty();
        emergency.asked(enemy);
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), enemy, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
        for (UUID person : List.of(same, again)) {
            String unused = emergency.ordered(person, "camp", Orders.SHELTER);
        }
        parameters.put("convoyId", convoy("camp", same, again).toString());
        emergency.merging(officers.intake(), same, again).expect(202);
        atIntake(
                "PUT",
                "persons/" + mother + "/property/" + UUID.randomUUID(),
                example("PUT", "/property/{receiptId}"));
        emergency.unguarded();
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + forgotten + "/erasure")
                                .token(officers.coordinator())
                                .json("{\"reason\":\"file 2019/311\"}"))
                .expect(201);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + enemy + "/emergency-access")
                                .token(officers.line())
                                .json("{\"reason\":\"she fainted at the gate\",\"minutes\":5}"))
                .expect(201);
        for (Service service : Service.values()) {
            Uploads early =
                    new Uploads(emergency, service, "tablet-" + service.id(), officer(service));
            UUID item =
                    early.keep(
                            "POST",
                            switch (service) {
                                case INTAKE -> "persons/" + absent + "/departure";
                                case SCREENING -> "persons/" + absent + "/screening";
                                case PLACEMENT -> "persons/" + absent + "/kept-apart/" + mother;
                            },
                            switch (service) {
                                case INTAKE -> Uploads.DEPARTURE;
                                case SCREENING -> Answer.parse(example("POST", "/{id}/screening"));
                                case PLACEMENT -> Answer.parse(WHY);
                            });
            parameters.put("itemId " + service.id(), item.toString());
            assertThat(early.send()).as(service.id()).containsExactly("held");
        }
        assertThat(List.of(child, alone)).doesNotContainNull();
        Eventually.holds(
                "the twin registrations are found",
                () ->
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "duplicates")
                                                .token(officers.auditor()))
                                .body()
                                .contains(same.toString()));
    }

    private String officer(Service service) {
        return switch (service) {
            case INTAKE -> officers.intake();
            case SCREENING -> officers.screener();
            case PLACEMENT -> officers.placement();
        };
    }

    private String example(String method, String end) {
        return Described.all(system).stream()
                .filter(call -> call.method().equals(method) && call.path().endsWith(end))
                .map(Described::example)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private void atIntake(String method, String path, String body) {
        emergency
                .intake()
                .settle(emergency.call(method, path).token(officers.intake()).json(body))
                .expect(201);
    }

    private UUID person(com.fasterxml.jackson.databind.node.ObjectNode form) {
        UUID person = arrived(form);
        persons.add(person.toString());
        return person;
    }

    private String path(Described described) {
        String path =
                described
                        .path()
                        .replace("{op}", emergency.operation())
                        .replace("{partition}", "0")
                        .replace("{deviceId}", "tablet-" + described.service().id())
                        .replace("{itemId}", parameters.get("itemId " + described.service().id()))
                        .replace("{questionnaire}", "individual-screening")
                        .replace("{version}", "1")
                        .replace("{file}", "PersonArrived.1.json");
        for (var parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path.replace("{groupId}", UUID.randomUUID().toString());
    }

    private static boolean isListed(Set<String> names, Described described) {
        String call = described.method() + " " + shortened(described.path());
        return names.contains(call) || names.contains(described.service().id() + " " + call);
    }

    private static String shortened(String path) {
        return path.replace("operations/{op}/", "");
    }
}
