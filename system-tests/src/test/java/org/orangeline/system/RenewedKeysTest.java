package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.keys.WrapAnew;

/** Each service has keys of its own, which are renewed without a name or a word being lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewedKeysTest {

    private static final String NAME = "Zwergschnepfe";
    private static final int REFUSED = 1;

    private Path data;
    private RunningSystem system;

    /** A deployment whose services all read the deployment key, as it was first. */
    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = folder.resolve("var");
        Path keys = Files.createDirectories(data.resolve("keys"));
        Path unused =
                Files.writeString(
                        keys.resolve("deployment.key"),
                        Base64.getEncoder().encodeToString(new byte[32]));
        system = RunningSystem.start(data, 1);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void after_renewals_everything_reads_and_repeats_as_before() throws IOException {
        Emergency emergency = Emergency.opened(system, "renewed");
        UUID person = UUID.randomUUID();
        ObjectNode form = People.named(People.woman("SYR"), NAME);
        Call arrival = emergency.arrival(person, form);
        String receipt =
                emergency.intake().settle(arrival).expect(201).json().path("receipt").asText();
        JsonNode proposal = emergency.concluded(person, "CIVILIAN", "NO_INDICATION");
        assertThat(proposal.isEmpty()).isFalse();
        String officer = emergency.officers().intake();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-1", officer);
        UUID waiting = tablet.keep("PUT", "arrivals/" + UUID.randomUUID(), People.man("SYR"));
        UUID held = UUID.randomUUID();
        UUID departure = tablet.keep("POST", "persons/" + held + "/departure", Uploads.DEPARTURE);
        assertThat(tablet.send()).containsExactly("durable", "held");
        String code = EnrolledDevice.invited(emergency, "tablet-2", "east").path("code").asText();
        DeviceKeys second = new DeviceKeys();
        Map<Service, String> histories = histories(emergency, person);
        assertThat(histories.get(Service.INTAKE)).contains(NAME);

        for (int version = 2; version <= 3; version++) {
            LocalKeys renewed = LocalKeys.in(data.resolve("keys")).renew();
            for (Service service : Service.values()) {
                system.process(service).stop();
            }
            system.startServices();
            for (Service service : Service.values()) {
                ProcessKeys keys = ProcessKeys.read(renewed.processKeysFile(service), service.id());
                assertThat(keys.newestVersion(KeyPurpose.KEY_WRAP)).isEqualTo(version);
                // Placement-service has sealed nothing here.
                assertThat(new WrapAnew(renewed.operationKeys(), keys).versionsInUse())
                        .isEqualTo(
                                service == Service.PLACEMENT
                                        ? Optional.empty()
                                        : Optional.of(Set.of(version)));
            }
            assertThat(histories(emergency, person)).isEqualTo(histories);
            // A call that comes again is known by its content, and its receipt by its key.
            assertThat(
                            emergency
                                    .intake()
                                    .settle(arrival)
                                    .expect(200)
                                    .json()
                                    .path("receipt")
                                    .asText())
                    .isEqualTo(receipt);
            emergency
                    .intake()
                    .settle(emergency.arrival(person, People.named(People.woman("SYR"), "Another")))
                    .expect(409);
            assertThat(tablet.send()).containsExactly("durable", "held");
            assertThat(HeldList.inIntake(emergency).content(departure, officer))
                    .contains("relatives");
            // The code is from before the first renewal; then its call comes again.
            Call enrolling = EnrolledDevice.enrolment(emergency, "tablet-2", code, second);
            emergency.intake().settle(enrolling).expect(version == 2 ? 201 : 200);
        }
        emergency.arrived(People.named(People.man("SYR"), "Doppelschnepfe"));
        emergency.intake().settle(emergency.arrival(held, People.man("SYR"))).expect(201);
        HeldList.inIntake(emergency).awaitGone(departure);
        assertThat(tablet.send()).containsExactly("durable", "durable");
        assertThat(waiting).isNotEqualTo(departure);
        system.verify();
    }

    private Map<Service, String> histories(Emergency emergency, UUID person) {
        Map<Service, String> read = new HashMap<>();
        for (Service service : Service.values()) {
            Call history =
                    emergency
                            .call("GET", "persons/" + person + "/history")
                            .token(emergency.officers().coordinator());
            JsonNode items = system.api(service).settle(history).expect(200).json();
            read.put(service, items.path("items").toString());
        }
        read.merge(
                Service.INTAKE,
                system.api(Service.INTAKE)
                        .settle(
                                emergency
                                        .call("GET", "persons/" + person)
                                        .token(emergency.officers().intake()))
                        .expect(200)
                        .json()
                        .path("identity")
                        .toString(),
                String::concat);
        return read;
    }

    @ParameterizedTest
    @CsvSource({
        "INTAKE, '', it is not set",
        "SCREENING, none.keys, cannot be read",
        "PLACEMENT, screening-service.keys, must begin with the line: process placement-service",
    })
    void a_service_without_its_own_keys_ends_with_one_line_that_says_what_to_do(
            Service service, String file, String said) {
        String value = file.isEmpty() ? "" : data.resolve("keys").resolve(file).toString();
        ServiceProcess process =
                system.stack().startAnother(service, Map.of("ORANGELINE_PROCESS_KEYS", value));

        assertThat(process.awaitExit(Eventually.LIMIT)).as(process.tail()).isEqualTo(REFUSED);
        assertThat(process.tail().lines().filter(line -> line.contains(said)))
                .singleElement()
                .asString()
                .startsWith(service.id() + " does not start without its keys")
                .contains("./orangeline keys", "ORANGELINE_PROCESS_KEYS");
        assertThat(process.tail()).doesNotContain("Exception", "Listening on");
    }

    @Test
    void a_key_folder_that_was_not_mounted_is_said_and_not_made() throws IOException {
        Path empty = Files.createDirectories(data.resolve("nothing-mounted"));
        ServiceProcess process =
                system.stack()
                        .startAnother(
                                Service.SCREENING,
                                Map.of("ORANGELINE_KEY_FOLDER", empty.toString()));
        Eventually.holds(
                "readiness says that the key folder is missing",
                () ->
                        !process.health().ready()
                                && process.health()
                                        .detail()
                                        .contains(
                                                empty.resolve("screening-service")
                                                        + " is missing"));
        assertThat(empty).isEmptyDirectory();
        Files.createDirectory(empty.resolve("screening-service"));
        process.awaitReady(Eventually.LIMIT).stop();
    }
}
