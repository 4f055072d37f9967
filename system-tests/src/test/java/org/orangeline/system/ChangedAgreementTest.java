package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;

/** The gateway and intake-service go by what a version of an agreement said at first. */
class ChangedAgreementTest {

    private static final String OPERATION = "changes-1";

    @TempDir Path folder;

    @Test
    void a_content_that_changed_without_a_new_version_has_no_feed_and_the_others_go_on()
            throws IOException {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 2)) {
            AgreementForm.put(system, agreement("changed", 1, "/sex"));
            AgreementForm.put(system, agreement("steady", 1, "/sex"));
            system.stack().startBroker();
            system.startServices();
            Emergency emergency = Emergency.opened(system, "changes");
            assertThat(emergency.operation()).isEqualTo(OPERATION);
            UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Leyla Botan"));
            system.startGateway();
            ask(emergency, woman).expect(200);
            Agency told = new Agency(system, "changed").awaitEvents(1);

            AgreementForm.put(system, agreement("changed", 1, "/sex", "/age/min"));
            restart(system);
            system.process(Service.INTAKE).restart();
            system.awaitReady();
            system.gateway().send(new Agency(system, "changed").call("feed")).expectProblem(404);
            ask(emergency, woman).expectProblem(403);
            assertThat(health(system))
                    .contains("changed.1.json: its content was changed without a new version")
                    .contains("steady/1")
                    .doesNotContain("changed/1");
            emergency.arrived(People.woman("SYR"));
            assertThat(new Agency(system, "steady").awaitEvents(2).ids()).hasSize(2);

            // As it was, it goes on where it was.
            AgreementForm.put(system, agreement("changed", 1, "/sex"));
            restart(system);
            assertThat(health(system)).doesNotContain("refused");
            ask(emergency, woman).expect(200);
            assertThat(told.awaitEvents(2).ids()).hasSize(2).doesNotHaveDuplicates();

            AgreementForm.put(system, agreement("changed", 2, "/sex", "/age/min"));
            restart(system);
            String old = Objects.requireNonNull(told.cursor());
            system.gateway().send(told.call("feed?cursor=" + old)).expectProblem(400);
            Agency renewed = new Agency(system, "changed").awaitEvents(2);
            assertThat(renewed.events().getFirst().at("/data/age/min").asInt()).isEqualTo(28);
            ask(emergency, woman).expect(200);

            // An older version never takes the place of a newer one.
            Files.delete(system.stack().agreements().folder().resolve("changed.2.json"));
            restart(system);
            system.gateway().send(new Agency(system, "changed").call("feed")).expectProblem(404);
            assertThat(health(system))
                    .contains("changed.1.json: a newer version was gone by before");
            ask(emergency, woman).expectProblem(403);
        }
    }

    private static Answer ask(Emergency emergency, UUID person) {
        RunningSystem system = emergency.system();
        DeploymentKey key = DeploymentKey.read(system.stack().keys().deploymentKeyFile());
        UUID subject = Pseudonyms.of("changed", key).person(OPERATION, person);
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "identity-requests")
                                .token(new Agency(system, "changed").token())
                                .json(IdentityRequests.body(subject)));
    }

    private static void restart(RunningSystem system) {
        system.stack().gateway().restart();
        system.startGateway();
    }

    private static String health(RunningSystem system) {
        return system.gateway().send(Call.get("q/health/ready")).expect(200).body();
    }

    private static ObjectNode agreement(String agency, int version, String... fields) {
        ObjectNode agreement = AgreementForm.of(agency, OPERATION).put("version", version);
        agreement.set("events", AgreementForm.fields("PersonArrived", fields));
        return agreement.put("identity", true);
    }
}
