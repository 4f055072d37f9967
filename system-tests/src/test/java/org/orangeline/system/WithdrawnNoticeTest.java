package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P18: an agency that was told of what was not so is told that too, and says that it has acted. */
class WithdrawnNoticeTest {

    private static final String OPERATION = "told-wrong-1";

    @TempDir Path folder;

    @Test
    void P18_an_agency_that_was_told_of_a_death_acknowledges_that_it_was_none() {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 1)) {
            ObjectNode agreement = AgreementForm.of("bureau", OPERATION);
            agreement.set("events", AgreementForm.fields("PersonDied", "/diedAt"));
            AgreementForm.put(system, agreement);
            system.stack().startBroker();
            Emergency emergency = Emergency.opened(system.startServices(), "told-wrong");
            assertThat(emergency.operation()).isEqualTo(OPERATION);
            system.startGateway();
            Officers officers = emergency.officers();
            UUID man = emergency.arrived(People.man("SYR"));
            send(
                            emergency,
                            officers.intake(),
                            "persons/" + man + "/death",
                            "{\"diedAt\":\""
                                    + Instant.now()
                                    + "\",\"circumstances\":\"not known\"}")
                    .expect(201);
            Agency bureau = new Agency(system, "bureau").awaitEvents(1);
            assertThat(bureau.names()).containsExactly("PersonDied");

            String at = "persons/" + man + "/withdrawals";
            String id =
                    send(
                                    emergency,
                                    officers.intake(),
                                    at,
                                    "{\"fact\":\"DEATH\",\"reason\":\"another man\"}")
                            .expect(201)
                            .text("withdrawalId");
            send(emergency, officers.coordinator(), at + "/" + id + "/confirmation", "")
                    .expect(201);
            JsonNode notice = bureau.awaitEvents(2).events().getLast();
            assertThat(notice.path("event").asText()).isEqualTo("WithdrawnNotice");
            assertThat(notice.path("acknowledge").asBoolean()).isTrue();
            assertThat(notice.path("subject"))
                    .isEqualTo(bureau.events().getFirst().path("subject"));

            assertThat(open(system, bureau)).contains(notice.path("id").asText());
            String acted = "{\"events\":[\"" + notice.path("id").asText() + "\"]}";
            system.gateway()
                    .send(
                            Call.of("POST", "feed/acknowledgements")
                                    .token(bureau.token())
                                    .json(acted))
                    .expect(200);
            Eventually.holds(
                    "nothing waits for the agency",
                    () -> !open(system, bureau).contains(notice.path("id").asText()));
        }
    }

    @Test
    void P18_an_agency_is_told_of_each_kind_of_fact_that_was_none() {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 1)) {
            ObjectNode agreement = AgreementForm.of("bureau", OPERATION);
            ObjectNode events = AgreementForm.fields("ShelterProvided", "/facilityId");
            for (String event :
                    List.of(
                            "AbsenceStarted",
                            "ReleasedFromDetention",
                            "Escaped",
                            "BornInCustody")) {
                events.setAll(AgreementForm.fields(event, "/facilityId"));
            }
            agreement.set("events", events);
            AgreementForm.put(system, agreement);
            system.stack().startBroker();
            Emergency emergency = Emergency.opened(system.startServices(), "told-wrong");
            system.startGateway();
            emergency.facility("camp", "CAMP", 9);
            Officers officers = emergency.officers();
            Agency bureau = new Agency(system, "bureau");
            UUID woman = emergency.arrived(People.woman("SYR"));
            emergency.awaitPlaceable(woman);
            String at = "placements/" + emergency.ordered(woman, "camp", Orders.SHELTER) + "/";
            String now = Instant.now().toString();
            told(emergency, at + "admission", "{}", 1, bureau);
            told(emergency, at + "absence", "{\"why\":\"HOSPITAL\"}", 2, bureau);
            toldOtherwise(emergency, at, "AbsenceStarted", 3, bureau);
            told(
                    emergency,
                    at + "release",
                    "{\"kind\":\"WITH_FAMILY\",\"reason\":\"for a reason\"}",
                    4,
                    bureau);
            toldOtherwise(emergency, at, "ReleasedFromDetention", 5, bureau);
            told(
                    emergency,
                    at + "escape",
                    "{\"noticedAt\":\"%s\",\"note\":\"the fence\"}".formatted(now),
                    6,
                    bureau);
            toldOtherwise(emergency, at, "Escaped", 7, bureau);
            UUID child = UUID.randomUUID();
            String born =
                    emergency
                            .placement()
                            .settle(
                                    emergency
                                            .call("PUT", at + "births/" + child)
                                            .token(officers.registrar())
                                            .json(
                                                    "{\"bornAt\":\"%s\",\"sex\":\"FEMALE\"}"
                                                            .formatted(Instant.now())))
                            .expect(201)
                            .text("placementId");
            assertThat(bureau.awaitEvents(8).names().getLast()).isEqualTo("BornInCustody");
            toldOtherwise(emergency, "placements/" + born + "/", "BornInCustody", 10, bureau);
            UUID other = emergency.arrived(People.woman("SYR"));
            emergency.awaitPlaceable(other);
            String sheltered =
                    "placements/" + emergency.ordered(other, "camp", Orders.SHELTER) + "/";
            told(emergency, sheltered + "admission", "{}", 11, bureau);
            toldOtherwise(emergency, sheltered, "ShelterProvided", 12, bureau);
        }
    }

    private static void told(
            Emergency emergency, String path, String body, int events, Agency bureau) {
        decided(emergency, emergency.officers().registrar(), path, body).expect(201);
        assertThat(bureau.awaitEvents(events).names().getLast()).isNotEqualTo("WithdrawnNotice");
    }

    private static void toldOtherwise(
            Emergency emergency, String placement, String fact, int events, Agency bureau) {
        String id =
                decided(
                                emergency,
                                emergency.officers().registrar(),
                                placement + "withdrawals",
                                "{\"fact\":\"" + fact + "\",\"reason\":\"another person\"}")
                        .expect(201)
                        .text("withdrawalId");
        decided(
                        emergency,
                        emergency.officers().coordinator(),
                        placement + "withdrawals/" + id + "/confirmation",
                        "")
                .expect(201);
        // Whom nobody bore leaves the agency's rows as well, beside the notice.
        List<JsonNode> all = bureau.awaitEvents(events).events();
        assertThat(all.subList(all.size() - 2, all.size()))
                .as(fact)
                .filteredOn(one -> one.path("event").asText().equals("WithdrawnNotice"))
                .singleElement()
                .matches(one -> one.path("acknowledge").asBoolean());
    }

    private static Answer decided(Emergency emergency, String token, String path, String body) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private static String open(RunningSystem system, Agency bureau) {
        return system.gateway().settle(bureau.call("feed/acknowledgements")).expect(200).body();
    }

    private static Answer send(Emergency emergency, String token, String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }
}
