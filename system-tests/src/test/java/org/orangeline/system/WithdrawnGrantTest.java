package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.agreement.Begun;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.access.Access;
import org.orangeline.launcher.access.AgreementsInForce;
import org.orangeline.launcher.keys.KafkaAccounts;

/** What is taken away at a broker does not wait for what cannot be read. */
class WithdrawnGrantTest {

    private static final String SEGMENT = "00000000000000000000.log";

    @TempDir Path folder;

    @Test
    void who_has_no_agreement_is_granted_nothing_though_the_gateways_topic_cannot_be_read()
            throws Exception {
        try (RunningSystem system = RunningSystem.prepareSecured(folder.resolve("var"), 1)) {
            AgreementForm.put(system, agreement("north"));
            AgreementForm.put(system, agreement("south"));
            system.stack().startBroker();
            assertThat(granted(system)).contains("User:agency.north", "User:agency.south");
            writePositions(system);
            damagePositions();

            Files.delete(system.stack().agreements().folder().resolve("south.1.json"));
            Eventually.holds(
                    "south is granted nothing and not known",
                    () ->
                            !granted(system).contains("User:agency.south")
                                    && !known(system).contains("agency.south"));
            assertThat(granted(system)).contains("User:agency.north");
            assertThat(known(system)).contains("agency.north");

            KafkaAccounts accounts =
                    KafkaAccounts.in(system.stack().keys().folder().resolve("kafka"));
            String bootstrap = system.stack().broker().bootstrap();
            assertThatThrownBy(() ->
                            Access.apply(
                                    bootstrap, accounts, AgreementsInForce.NONE, Duration.ZERO))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith("the broker at " + bootstrap + " was not secured: ")
                    .hasMessageContaining(Begun.TOPIC);
        }
    }

    private static ObjectNode agreement(String agency) {
        ObjectNode agreement = AgreementForm.of(agency, "any");
        agreement.set("events", AgreementForm.fields("PersonArrived", "/sex"));
        return agreement;
    }

    private static void writePositions(RunningSystem system) throws Exception {
        Map<String, String> client = system.clients("admin").common();
        try (Admin admin = system.clients("admin").admin();
                var writer =
                        new KafkaProducer<>(
                                Map.<String, Object>copyOf(client),
                                new StringSerializer(),
                                new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(Begun.TOPIC, 1, (short) 1))).all().get();
            writer.send(new ProducerRecord<>(Begun.TOPIC, "north/1/0", "0 0 -")).get();
        }
    }

    /** As a failing disk does. */
    private void damagePositions() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path log =
                    files.filter(file -> file.endsWith(Path.of(Begun.TOPIC + "-0", SEGMENT)))
                            .findFirst()
                            .orElseThrow();
            try (var file = new RandomAccessFile(log.toFile(), "rw")) {
                file.seek(file.length() - 2);
                int last = file.read();
                file.seek(file.length() - 2);
                file.write(last ^ 1);
            }
        }
    }

    private static Set<String> granted(RunningSystem system) {
        try (Admin admin = system.clients("admin").admin()) {
            return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                    .map(binding -> binding.entry().principal())
                    .collect(Collectors.toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> known(RunningSystem system) {
        try (Admin admin = system.clients("admin").admin()) {
            return admin.describeUserScramCredentials().users().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
