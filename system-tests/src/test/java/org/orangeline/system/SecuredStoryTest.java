package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** The main job on a stack whose broker lets in only who it knows. */
class SecuredStoryTest {

    @TempDir static Path folder;
    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.prepareSecured(folder.resolve("var"), 2);
        ObjectNode agreement = AgreementForm.of("north", "secured-1");
        agreement.set("events", AgreementForm.fields("PersonArrived", "/sex"));
        AgreementForm.put(system, agreement);
        system.stack().startBroker();
        system.startServices().startGateway();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void from_arrival_over_group_and_screening_to_a_place_and_into_the_agencys_topic() {
        Emergency emergency = Emergency.opened(system, "secured");
        emergency.facility("derik", "PRISON", 3);
        UUID man = emergency.arrived(People.man("SYR"));
        assertThat(emergency.awaitLine(man).path("group").asText()).isEqualTo("SYRIAN_MEN");
        JsonNode unused = emergency.concluded(man, "FIGHTER", "DIRECT_PARTICIPATION");
        String placement = emergency.ordered(man, "derik", Orders.CUSTODY);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        assertThat(emergency.facilityNow("derik").path("present").asInt()).isEqualTo(1);

        assertThat(new Agency(system, "north").awaitEvents(1).names())
                .containsExactly("PersonArrived");
        assertThat(topicOfTheAgency()).hasSize(1);

        // Another one takes over: it gets in, too, and fences the first.
        system.process(Service.INTAKE).restart();
        system.awaitReady();
        assertThat(emergency.arrived(People.woman("IRQ"))).isNotNull();
        system.verify();
    }

    /** As an agency reads it: its own account, its own group, committed records only. */
    private static List<String> topicOfTheAgency() {
        List<String> read = new ArrayList<>();
        try (var reader =
                system.clients("agency.north")
                        .reader(
                                Map.of(
                                        "group.id",
                                        "agency.north.reader",
                                        "auto.offset.reset",
                                        "earliest"))) {
            reader.subscribe(List.of("agency.north.PersonArrived"));
            Eventually.holds(
                    "the agency reads its topic",
                    () -> {
                        reader.poll(Duration.ofMillis(200)).forEach(one -> read.add(one.key()));
                        return !read.isEmpty();
                    });
            reader.commitSync();
        }
        return read;
    }

    @Test
    void no_password_is_in_a_log_file_and_every_file_of_a_secret_is_its_owners()
            throws IOException {
        Path data = system.stack().settings().data();
        List<String> secrets = new ArrayList<>();
        try (Stream<Path> accounts = Files.list(data.resolve("keys").resolve("kafka"))) {
            for (Path account : accounts.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(account)))
                        .as(account.toString())
                        .isEqualTo("rw-------");
                secrets.add(
                        Files.readString(account)
                                .replaceAll("(?s).*password=\"([^\"]*)\".*", "$1"));
            }
        }
        assertThat(secrets).hasSizeGreaterThan(6).allMatch(secret -> secret.length() == 43);
        assertThat(data.resolve("kafka").resolve("broker.properties"))
                .satisfies(file ->
                        assertThat(
                                        PosixFilePermissions.toString(
                                                Files.getPosixFilePermissions(file)))
                                .isEqualTo("rw-------"));
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log)).doesNotContain(secrets.toArray(String[]::new));
            }
        }
        ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .forEach(line -> assertThat(line).doesNotContain(secrets.toArray(String[]::new)));
    }
}
