package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyEvents;

/**
 * A key that an event destroyed is gone: here, after a restart, and when a backup brings it back.
 */
class ErasureTest {

    private static final UUID ERASED = new UUID(7, 1);
    private static final UUID KEPT = new UUID(7, 2);
    private static final String OPERATION = Node.operationIn(0, "erase");

    @TempDir private Path folder;

    @Test
    void what_was_sealed_before_an_erasure_is_read_by_nobody_and_what_comes_later_is() {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings = Node.settings(broker.bootstrap(), "a");
            try (RawLog log = new RawLog(settings).provision(Service.INTAKE)) {
                log.append(OPERATION, ToyEvents.arrived(ERASED));
                log.append(OPERATION, ToyEvents.arrived(KEPT));
                Map<String, byte @Nullable []> backup;
                try (Node node = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
                    move(node, ERASED, "B", "because of her brother");
                    move(node, KEPT, "B", "because of his leg");
                    assertThat(reasons(node, log, ERASED))
                            .containsExactly("because of her brother");
                    backup = keys(settings);
                    assertThat(backup.get(recordKey(ERASED))).isNotNull();

                    log.append(OPERATION, new IdentityErased(ERASED, new UUID(8, 1)));
                    Eventually.until(
                            "the key is taken out of the topic",
                            () -> keys(settings).get(recordKey(ERASED)) == null);
                    move(node, ERASED, "C", "said afterwards");
                    assertThat(reasons(node, log, ERASED)).containsExactly("", "said afterwards");
                    assertThat(reasons(node, log, KEPT)).containsExactly("because of his leg");
                }
                restore(log, settings, backup, KEPT, ERASED);
                try (Node again = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
                    assertThat(reasons(again, log, ERASED).getFirst()).isEmpty();
                    assertThat(reasons(again, log, KEPT)).containsExactly("because of his leg");
                    Eventually.until(
                            "the backup's key is taken out again",
                            () -> keys(settings).get(recordKey(ERASED)) == null);
                }
            }
        }
    }

    @Test
    void after_an_erasure_nobody_can_try_out_what_a_command_said() {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings = Node.settings(broker.bootstrap(), "a");
            try (RawLog log = new RawLog(settings).provision(Service.INTAKE);
                    Node node = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
                log.append(OPERATION, ToyEvents.arrived(ERASED));
                log.append(OPERATION, ToyEvents.arrived(KEPT));
                Move said = new Move(OPERATION, ERASED, "B", "because of her brother");
                Move guessed = new Move(OPERATION, ERASED, "B", "because of her uncle");
                Move other = new Move(OPERATION, KEPT, "B", "because of his leg");
                Eventually.until(
                        "both are in a group",
                        () -> node.engine().view(OPERATION).own().groups().size() == 2);
                Object unused = node.done(said, "c");
                unused = node.done(other, "d");
                assertThat(node.done(said, "c").repeated()).isTrue();
                assertThat(node.submit(guessed, "c")).isInstanceOf(Outcome.OtherContent.class);

                log.append(OPERATION, new IdentityErased(ERASED, new UUID(8, 1)));
                Eventually.until(
                        "the key is taken out of the topic",
                        () -> keys(settings).get(recordKey(ERASED)) == null);

                assertThat(node.submit(said, "c")).isInstanceOf(Outcome.OtherContent.class);
                assertThat(node.submit(guessed, "c")).isInstanceOf(Outcome.OtherContent.class);
                assertThat(node.done(other, "d").repeated()).as("of others").isTrue();
            }
        }
    }

    @Test
    void a_rotation_under_load_leaves_everything_readable() {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings = Node.settings(broker.bootstrap(), "a");
            try (Node node = Node.start(Toy.alone(), settings).awaitLeadsAll();
                    RawLog log = new RawLog(settings)) {
                for (int i = 0; i < 50; i++) {
                    move(node, new UUID(9, i), "B", "reason " + i);
                }
                Map<String, byte @Nullable []> before = keys(settings);
                assertThat(node.engine().rotateKeys(OPERATION).join()).isEqualTo(50);
                move(node, new UUID(9, 50), "B", "reason 50");
                assertThat(node.engine().rotateKeys(OPERATION).join()).isEqualTo(51);
                List<LogRecord> all = log.walk(Service.SCREENING, 0);
                for (int i = 0; i <= 50; i++) {
                    assertThat(reasons(node, all, new UUID(9, i))).containsExactly("reason " + i);
                }
                Map<String, byte @Nullable []> after = keys(settings);
                assertThat(after.get("operation-key " + OPERATION + "/1")).isNull();
                assertThat(after.get("operation-key " + OPERATION + "/3")).isNotNull();
                assertThat(after.get(recordKey(new UUID(9, 3))))
                        .isNotEqualTo(before.get(recordKey(new UUID(9, 3))));
            }
            try (Node again = Node.start(Toy.alone(), settings).awaitLeadsAll();
                    RawLog log = new RawLog(settings)) {
                assertThat(reasons(again, log, new UUID(9, 7))).containsExactly("reason 7");
            }
        }
    }

    /** With a broker that is asked to be quick; by itself it takes a day. */
    @Test
    void a_key_that_was_destroyed_leaves_the_disk_though_nobody_writes_any_more() {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings = Node.settings(broker.bootstrap(), "a");
            try (RawLog log = new RawLog(settings).provision(Service.INTAKE)) {
                log.append(OPERATION, ToyEvents.arrived(ERASED));
                try (Node node = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
                    compactSoon(settings);
                    move(node, ERASED, "B", "because of her brother");
                    byte[] key = Objects.requireNonNull(keys(settings).get(recordKey(ERASED)));
                    assertThat(isOnDisk(key)).as("what is looked for is found").isTrue();

                    log.append(OPERATION, new IdentityErased(ERASED, new UUID(8, 1)));

                    Eventually.until("the key is in no file", () -> !isOnDisk(key));
                }
                try (Node again = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
                    assertThat(reasons(again, log, ERASED)).containsExactly("");
                }
            }
        }
    }

    private static void compactSoon(RuntimeSettings settings) {
        var topic =
                new ConfigResource(
                        ConfigResource.Type.TOPIC, ServiceTopics.keys(Service.SCREENING));
        List<AlterConfigOp> soon =
                List.of("segment.ms", "max.compaction.lag.ms", "file.delete.delay.ms").stream()
                        .map(name ->
                                new AlterConfigOp(
                                        new ConfigEntry(name, "1000"), AlterConfigOp.OpType.SET))
                        .toList();
        try (var admin = new LogClients(settings.kafka()).admin()) {
            Void unused = admin.incrementalAlterConfigs(Map.of(topic, soon)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** In any file of the partition of keys, also in one that the broker is about to delete. */
    private boolean isOnDisk(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        String partition = ServiceTopics.keys(Service.SCREENING) + "-0";
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().contains(partition))
                            .filter(Files::isRegularFile)
                            .toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException | UncheckedIOException e) {
            return true; // A file went away in the midst: look again.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recordKey(UUID person) {
        return OPERATION + "/" + person;
    }

    private static void move(Node node, UUID person, String group, String reason) {
        if (!node.engine().view(OPERATION).own().groups().containsKey(person)) {
            // With an upstream the reaction does it as well; either is good.
            Object unused = node.submit(new Assign(OPERATION, person, "A"), "assign " + person);
        }
        Object unused = node.done(new Move(OPERATION, person, group, reason), reason);
    }

    /** What can be read of the reasons of a person's moves; empty for one that cannot. */
    private static List<String> reasons(Node node, RawLog log, UUID person) {
        return reasons(node, log.walk(Service.SCREENING, 0), person);
    }

    private static List<String> reasons(Node node, List<LogRecord> log, UUID person) {
        return log.stream()
                .map(LogRecord::decode)
                .filter(recorded -> recorded.envelope().subject().equals(person.toString()))
                .filter(recorded -> recorded.event() instanceof GroupReassigned)
                .map(recorded -> (GroupReassigned) recorded.event())
                .map(moved ->
                        EventCodec.open(moved.reason(), String.class, node.engine().keys())
                                .orElse(""))
                .toList();
    }

    /** The topic of keys as a compaction would leave it; null where a key was taken out. */
    private static Map<String, byte @Nullable []> keys(RuntimeSettings settings) {
        Map<String, byte @Nullable []> keys = new HashMap<>();
        var partition = new TopicPartition(ServiceTopics.keys(Service.SCREENING), 0);
        try (var consumer = new LogClients(settings.kafka()).reader(Map.of())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end =
                    Optional.ofNullable(consumer.endOffsets(Set.of(partition)).get(partition))
                            .orElse(0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(java.time.Duration.ofMillis(200))) {
                    keys.put(record.key(), record.value());
                }
            }
        }
        return keys;
    }

    private static void restore(
            RawLog log,
            RuntimeSettings settings,
            Map<String, byte @Nullable []> backup,
            UUID... persons) {
        assertThat(settings.partitions()).isPositive();
        for (UUID person : persons) {
            log.send(
                    new ProducerRecord<>(
                            ServiceTopics.keys(Service.SCREENING),
                            0,
                            recordKey(person),
                            backup.get(recordKey(person))));
        }
    }
}
