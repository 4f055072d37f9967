package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.runtime.scenario.TransitServer;

/** Master keys are kept by a key management service, and never on this machine. */
class KeyServiceStoryTest {

    private static final String NAME = "Zozan Demir";

    @TempDir Path data;

    @Test
    void names_are_read_after_a_rotation_and_a_restart_and_no_master_key_is_in_a_file()
            throws IOException {
        try (TransitServer keeper = new TransitServer();
                RunningSystem system = RunningSystem.prepare(data, 1)) {
            Path token = Files.writeString(data.resolve("key-service-token"), TransitServer.TOKEN);
            system.stack().startBroker();
            Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                processes.put(
                        service,
                        system.stack()
                                .startAnother(
                                        service,
                                        Map.of(
                                                "ORANGELINE_KEY_SERVICE_URL",
                                                keeper.mount().toString(),
                                                "ORANGELINE_KEY_SERVICE_TOKEN_FILE",
                                                token.toString())));
            }
            processes.values().forEach(process -> process.awaitReady(Eventually.LIMIT));
            ServiceProcess intake = Objects.requireNonNull(processes.get(Service.INTAKE));
            Api api = new Api(intake.address());
            String op = system.newOperation("kept");
            Officers officers = new Officers(system.stack().tokens(), op);
            Answer unused =
                    api.settle(
                                    Call.of("POST", "operations")
                                            .token(officers.coordinator())
                                            .json(
                                                    "{\"operation\":\"%s\",\"name\":\"Baghuz\","
                                                                    .formatted(op)
                                                            + "\"numberPrefix\":\"BGZ\"}"))
                            .expect(201);
            UUID person = UUID.randomUUID();
            ObjectNode form = People.named(People.woman("SYR"), NAME);
            unused =
                    api.settle(
                                    Call.of("PUT", "operations/" + op + "/arrivals/" + person)
                                            .token(officers.intake())
                                            .json(form))
                            .expect(201);
            assertThat(shown(api, op, person, officers)).contains(NAME);

            unused =
                    api.settle(
                                    Call.of("POST", "operations/" + op + "/keys/rotation")
                                            .token(officers.coordinator())
                                            .json("{\"why\":\"SCHEDULE\"}"))
                            .expect(200);
            assertThat(shown(api, op, person, officers)).contains(NAME);
            intake.kill();
            Api again = new Api(intake.restart().awaitReady(Eventually.LIMIT).address());
            assertThat(shown(again, op, person, officers)).contains(NAME);
            unused =
                    again.settle(
                                    Call.of(
                                                    "PUT",
                                                    "operations/"
                                                            + op
                                                            + "/arrivals/"
                                                            + UUID.randomUUID())
                                            .token(officers.intake())
                                            .json(People.woman("SYR")))
                            .expect(201);
            Eventually.holds(
                    "two are found", () -> found(again, op, officers).contains("BGZ-000002"));

            keeper.close();
            // What it is for is sealed all the same: no read waits for the key service.
            assertThat(found(again, op, officers)).contains("BGZ-000001", "BGZ-000002");
            Eventually.holds(
                    "readiness says that the key service is away",
                    () -> {
                        Answer health = again.send(Call.get("q/health/ready"));
                        return health.status() == 503
                                && health.body().contains("the key service cannot be reached");
                    });

            assertThat(CanaryTest.files(data))
                    .noneMatch(file -> file.toString().contains("/operation-keys/"));
        }
    }

    /** A read of several, with what it is for. */
    private static String found(Api api, String op, Officers officers) {
        return api.settle(
                        Call.of("POST", "operations/" + op + "/persons/search")
                                .token(officers.line())
                                .header("Purpose", "a mother asks")
                                .json("{\"sex\":\"FEMALE\"}"))
                .expect(200)
                .body();
    }

    private static String shown(Api api, String op, UUID person, Officers officers) {
        return api.settle(
                        Call.of("GET", "operations/" + op + "/persons/" + person)
                                .token(officers.intake()))
                .expect(200)
                .body();
    }
}
