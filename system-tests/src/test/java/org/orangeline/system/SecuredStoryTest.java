package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Service;

/** The main job on a stack whose broker lets in only who it knows. */
class SecuredStoryTest {

    @TempDir static Path folder;
    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.prepareSecured(folder.resolve("var"), 2);
        AgreementForm.put(system, agreement("north", "/sex"));
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

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "ending"})
    void an_agency_reads_from_when_its_agreement_begins_until_it_ends_and_not_one_event_more(
            String agency) throws Exception {
        // None that the gateway reads: what stands in it is not of the gateway's.
        TopicPartition place = new TopicPartition("agency." + agency + ".Anything", 0);
        tell(place);
        ObjectNode agreement = agreement(agency, "/sex");
        AgreementForm.put(system, agreement);
        Eventually.holds(agency + " is let in", () -> isLetIn(agency, place));
        try (var open = reader(agency, place)) {
            Eventually.holds("it reads", () -> !open.poll(Duration.ofMillis(100)).isEmpty());

            if (agency.equals("ending")) {
                AgreementForm.put(
                        system, agreement.put("validTo", Instant.now().plusSeconds(2).toString()));
            } else {
                Files.delete(
                        system.stack()
                                .agreements()
                                .folder()
                                .resolve(AgreementForm.name(agreement)));
            }
            Eventually.holds("what is open reads no further", () -> isDenied(open));
            tell(place);
            assertThat(isDenied(open)).isTrue();
        }
        Eventually.holds(agency + " is not let in", () -> !isKnown(agency, place));
        assertThat(isLetIn("north", new TopicPartition("agency.north.PersonArrived", 0)))
                .as("another one reads on")
                .isTrue();
    }

    @Test
    void
            an_agreement_that_was_changed_without_a_new_version_lets_nobody_in_until_it_is_as_it_was() {
        TopicPartition place = new TopicPartition("agency.north.PersonArrived", 0);
        assertThat(isLetIn("north", place)).isTrue();
        AgreementForm.put(system, agreement("north", "/sex", "/age/min"));
        Eventually.holds("north is not let in", () -> !isKnown("north", place));
        AgreementForm.put(system, agreement("north", "/sex"));
        Eventually.holds("north is let in again", () -> isLetIn("north", place));
        Agency north = new Agency(system, "north");
        Eventually.holds("north has a feed again", () -> north.page().status() == 200);
    }

    private static ObjectNode agreement(String agency, String... fields) {
        ObjectNode agreement = AgreementForm.of(agency, "secured-1");
        agreement.set("events", AgreementForm.fields("PersonArrived", fields));
        return agreement;
    }

    private static void tell(TopicPartition place) throws Exception {
        Map<String, String> admin = system.clients("admin").common();
        try (Admin creating = system.clients("admin").admin();
                var writer =
                        new KafkaProducer<>(
                                Map.<String, Object>copyOf(admin),
                                new StringSerializer(),
                                new StringSerializer())) {
            if (!creating.listTopics().names().get().contains(place.topic())) {
                creating.createTopics(List.of(new NewTopic(place.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }
            writer.send(new ProducerRecord<>(place.topic(), 0, "k", "told")).get();
        }
    }

    private static KafkaConsumer<String, byte[]> reader(String agency, TopicPartition place) {
        var reader = system.clients("agency." + agency).reader(Map.of());
        reader.assign(List.of(place));
        reader.seekToBeginning(List.of(place));
        return reader;
    }

    private static boolean isDenied(KafkaConsumer<?, ?> open) {
        try {
            open.poll(Duration.ofMillis(100));
            return false;
        } catch (AuthorizationException e) {
            return true;
        }
    }

    /** Its account is there, and it may read. */
    private static boolean isLetIn(String agency, TopicPartition place) {
        Path account = system.stack().kafkaClientFile("agency." + agency);
        if (account == null || !Files.exists(account)) {
            return false;
        }
        try (var reader = reader(agency, place)) {
            return reader.position(place, Duration.ofSeconds(5)) == 0;
        } catch (AuthorizationException | AuthenticationException | TimeoutException e) {
            return false;
        }
    }

    /** Whether its password still opens the door, to whatever. */
    private static boolean isKnown(String agency, TopicPartition place) {
        try (var reader = reader(agency, place)) {
            return reader.position(place, Duration.ofSeconds(5)) >= 0;
        } catch (AuthenticationException e) {
            return false;
        } catch (AuthorizationException | TimeoutException e) {
            return true;
        }
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
