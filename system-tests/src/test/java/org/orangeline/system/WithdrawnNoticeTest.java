package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
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
