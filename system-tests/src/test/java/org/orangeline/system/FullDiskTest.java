package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** A full disk: readiness says so, nothing that was accepted is lost, and work goes on after it. */
class FullDiskTest {

    private static final ObjectNode FORM = People.woman("SYR");

    @TempDir Path data;

    @Test
    void a_key_folder_that_is_full_takes_nobody_whom_it_could_not_keep() throws IOException {
        try (RunningSystem system = RunningSystem.prepare(data, 1);
                SmallDisk disk = SmallDisk.at(keys(), "512k")) {
            system.stack().startBroker();
            Emergency before = Emergency.opened(system.startServices(), "before");
            UUID early = before.arrived(People.named(FORM, "Zozan Demir"));

            disk.fill();
            Eventually.holds(
                    "readiness says that the key folder cannot be written",
                    () -> {
                        Answer health = ready(system);
                        return health.status() == 503
                                && health.body().contains("the key folder cannot be written");
                    });
            // The keys of this operation are there.
            UUID meanwhile = before.arrived(FORM);
            Call opening =
                    Call.of("POST", "operations")
                            .token(new Officers(system.stack().tokens(), "full").coordinator())
                            .json(
                                    "{\"operation\":\"full\",\"name\":\"Baghuz\","
                                            + "\"numberPrefix\":\"FUL\"}");
            assertThat(before.intake().send(opening).status()).isIn(201, 503);
            Call arrival =
                    Call.of("PUT", "operations/full/arrivals/" + UUID.randomUUID())
                            .token(new Officers(system.stack().tokens(), "full").intake())
                            .json(People.named(FORM, "Rojda Amin"));
            int refused = before.intake().send(arrival).status();
            assertThat(refused).isIn(404, 503);

            disk.free();
            Eventually.holds("everything is ready", () -> ready(system).status() == 200);
            assertThat(before.intake().settle(opening).status()).isIn(200, 201);
            Answer unused = before.intake().settle(arrival).expect(201);
            assertThat(system.log().countBySubject("PersonArrived", "full")).hasSize(1);
            assertThat(system.log().countBySubject("PersonArrived", before.operation()))
                    .containsOnlyKeys(early.toString(), meanwhile.toString());
            system.verify();
        }
    }

    @Test
    void a_broker_whose_disk_is_full_loses_nothing_and_goes_on_when_there_is_room()
            throws IOException {
        try (RunningSystem system = RunningSystem.prepare(data, 1);
                SmallDisk disk = SmallDisk.at(data.resolve("kafka"), "96m")) {
            system.stack().startBroker();
            Emergency emergency = Emergency.opened(system.startServices(), "disk");
            Load load =
                    Load.start(
                            () -> Optional.of(UUID.randomUUID()),
                            person -> emergency.intake().attempt(emergency.arrival(person, FORM)));
            try (load) {
                load.awaitMore(50);
                disk.fill();
                Eventually.holds("somebody is told so", () -> !load.unavailable().isEmpty());
                Eventually.holds(
                        "every service says that it is not ready",
                        () ->
                                List.of(Service.values()).stream()
                                        .allMatch(service -> isAway(system, service)));
                disk.free();
                system.stack().broker().kill();
                system.stack().startBroker();
                load.awaitMore(50);
            }
            load.unavailable().forEach(answer -> answer.expectProblem(503));
            load.stop()
                    .isInTheLog(
                            system.log().countBySubject("PersonArrived", emergency.operation()));
            system.awaitReady().verify();
        }
    }

    private static boolean isAway(RunningSystem system, Service service) {
        return system.api(service)
                .attempt(Call.get("q/health/ready"))
                .filter(answer -> answer.status() == 503)
                .isPresent();
    }

    private static Answer ready(RunningSystem system) {
        return system.api(Service.INTAKE).send(Call.get("q/health/ready"));
    }

    private Path keys() {
        return data.resolve("keys").resolve("operation-keys").resolve("intake-service");
    }
}
