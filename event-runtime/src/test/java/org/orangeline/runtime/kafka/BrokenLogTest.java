package org.orangeline.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Envelope;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyEvents;

/** A log with a fault in every partition but one: each stops alone, and says why. */
class BrokenLogTest {

    private static final int HOLE = 0;
    private static final int REPEAT = 1;
    private static final int CHAIN = 2;
    private static final int OWN_VALUE = 3;
    private static final int OWN_HEADERS = 4;
    private static final int UPSTREAM_VALUE = 5;
    private static final int UPSTREAM_HEADERS = 6;
    private static final int WHOLE = 7;
    private static final int PARTITIONS = 8;

    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @TempDir private Path folder;

    @Test
    void each_fault_stops_its_own_partition_with_its_reason() {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings =
                    Node.partitions(Node.settings(broker.bootstrap(), "a"), PARTITIONS);
            try (RawLog log = new RawLog(settings)) {
                log.provision(Service.INTAKE).provision(Service.SCREENING);
                spoil(log);
                try (Node node = Node.start(Toy.afterIntake(), settings)) {
                    stopsWith(node, HOLE, "sequence 2 is missing");
                    stopsWith(node, REPEAT, "sequence 1 again");
                    stopsWith(node, CHAIN, "hash chain is broken");
                    stopsWith(node, OWN_VALUE, "cannot be read");
                    stopsWith(node, OWN_HEADERS, "ce_actor");
                    stopsWith(node, UPSTREAM_HEADERS, "ce_actor");
                    Eventually.until(
                            "the whole ones are led",
                            () ->
                                    node.role(WHOLE) == Role.LEADING
                                            && node.role(UPSTREAM_VALUE) == Role.LEADING);
                    aStoppedPartitionAnswersNothing(node);
                    anUnreadableArrivalHoldsUpHerselfOnly(node);
                }
            }
            broker.kill();
        }
    }

    private static void spoil(RawLog log) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            log.append(operation(partition), ToyEvents.arrived(PERSON));
        }
        for (int partition : new int[] {HOLE, REPEAT, CHAIN}) {
            log.append(operation(partition), assigned(PERSON));
        }
        LogRecord lost = log.next(operation(HOLE), assigned(OTHER), "");
        log.append(
                withHeader(
                        log.next(operation(HOLE), assigned(OTHER), ""),
                        lost.sequence() + 1,
                        lost.hash()));
        LogRecord second = log.next(operation(REPEAT), assigned(OTHER), "");
        log.append(withHeader(second, 1, second.envelope().previousHash()));
        LogRecord chained = log.next(operation(CHAIN), assigned(OTHER), "");
        log.append(withHeader(chained, 2, "f".repeat(64)));
        log.append(
                withValue(log.next(operation(OWN_VALUE), assigned(PERSON), ""), "{\"group\":1}"));
        log.send(withoutActor(log.next(operation(OWN_HEADERS), assigned(PERSON), "")));
        log.append(
                withValue(
                        log.next(operation(UPSTREAM_VALUE), ToyEvents.arrived(OTHER), ""),
                        "no JSON"));
        log.append(operation(UPSTREAM_VALUE), ToyEvents.arrived(new UUID(1, 3)));
        log.send(withoutActor(log.next(operation(UPSTREAM_HEADERS), ToyEvents.arrived(OTHER), "")));
    }

    private static void stopsWith(Node node, int partition, String reason) {
        Eventually.until(
                "partition " + partition + " stops: " + reason,
                () ->
                        node.role(partition) == Role.STOPPED
                                && node.engine().problems().stream()
                                        .anyMatch(problem ->
                                                problem.startsWith(
                                                                "partition "
                                                                        + partition
                                                                        + " has stopped")
                                                        && problem.contains(reason)));
    }

    private static void aStoppedPartitionAnswersNothing(Node node) {
        for (int partition : new int[] {HOLE, REPEAT, CHAIN, OWN_VALUE, OWN_HEADERS}) {
            assertThat(node.submit(new Assign(operation(partition), PERSON, "A"), "s"))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(node.engine().staleness(operation(partition))).contains("has stopped");
        }
    }

    private static void anUnreadableArrivalHoldsUpHerselfOnly(Node node) {
        String operation = operation(UPSTREAM_VALUE);
        UUID next = new UUID(1, 3);
        Eventually.until(
                "those who can be read are assigned",
                () ->
                        node.engine().view(operation).own().groups().containsKey(PERSON)
                                && node.engine().view(operation).own().groups().containsKey(next));
        assertThat(node.submit(new Assign(operation, OTHER, "A"), "held"))
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).contains("quarantine"));
        assertThat(node.quarantined())
                .singleElement()
                .asString()
                .startsWith(OTHER.toString())
                .doesNotContain("no JSON");
        assertThat(node.engine().status().get(UPSTREAM_VALUE).quarantined()).isEqualTo(1);
        assertThat(node.engine().view(operation).knownThrough())
                .containsEntry("intake-service", 3L);
    }

    private static String operation(int partition) {
        return Node.operationIn(partition, "broken", PARTITIONS);
    }

    private static GroupAssigned assigned(UUID person) {
        return new GroupAssigned(person, "A", "line A", "toy");
    }

    private static LogRecord withHeader(LogRecord record, long sequence, String previousHash) {
        var e = record.envelope();
        var spoiled =
                new Envelope(
                        e.id(),
                        e.type(),
                        e.source(),
                        e.subject(),
                        e.time(),
                        e.dataSchema(),
                        sequence,
                        e.operation(),
                        e.actor(),
                        e.commandId(),
                        e.causationId(),
                        e.commandHash(),
                        e.knownThrough(),
                        previousHash);
        return new LogRecord(
                spoiled, record.topic(), record.partition(), -1, record.key(), record.value());
    }

    private static LogRecord withValue(LogRecord record, String value) {
        return new LogRecord(
                record.envelope(),
                record.topic(),
                record.partition(),
                -1,
                record.key(),
                value.getBytes(UTF_8));
    }

    private static ProducerRecord<String, byte[]> withoutActor(LogRecord record) {
        var produced = record.toProducerRecord();
        produced.headers().remove("ce_actor");
        return produced;
    }
}
