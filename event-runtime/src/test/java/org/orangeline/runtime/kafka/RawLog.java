package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogEnds;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.ToyRecords;

/** The log beside the machine: what really lies in the topics, and writing without asking it. */
final class RawLog implements AutoCloseable {

    private static final Duration ASK = Duration.ofSeconds(30);

    private final RuntimeSettings settings;
    private final LogClients clients;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, LogRecord> last = new HashMap<>();

    RawLog(RuntimeSettings settings) {
        this.settings = settings;
        this.clients = new LogClients(settings.kafka());
        this.producer =
                new KafkaProducer<>(
                        new HashMap<>(settings.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Makes the topics of a service, as its first instance would. */
    RawLog provision(Service service) {
        new Provisioning(clients, settings, service).provision();
        return this;
    }

    /** Appends an event with the next sequence and a whole chain. */
    LogRecord append(String operation, DomainEvent event) {
        return append(operation, event, "");
    }

    LogRecord append(String operation, DomainEvent event, String knownThrough) {
        return append(next(operation, event, knownThrough));
    }

    /** What {@link #append(String, DomainEvent)} would append, for a test to spoil. */
    LogRecord next(String operation, DomainEvent event, String knownThrough) {
        int partition = Partitions.of(operation, settings.partitions());
        Service writer = EventTypes.of(event).writer();
        LogRecord before = last.get(writer + " " + partition);
        long sequence = before == null ? lastSequence(writer, partition) : before.sequence();
        return new ToyRecords(operation, partition, knownThrough)
                .record(
                        event,
                        sequence + 1,
                        -1,
                        UUID.randomUUID(),
                        before == null ? Envelope.NO_HASH : before.hash());
    }

    LogRecord append(LogRecord record) {
        send(record.toProducerRecord());
        last.put(EventTypes.named(record.topic()).writer() + " " + record.partition(), record);
        return record;
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    long lastSequence(Service service, int partition) {
        return new LogEnds(clients, ASK)
                .lastSequences(
                        EventTypes.of(service).stream().map(type -> type.topic()).toList(),
                        Set.of(partition))
                .getOrDefault(partition, 0L);
    }

    /**
     * Every committed event of a service's partition, in order; fails unless the sequences have no
     * gap, the chain is whole and no command stands there twice.
     */
    List<LogRecord> walk(Service service, int partition) {
        List<LogRecord> records = read(service, partition);
        records.sort(Comparator.comparingLong(LogRecord::sequence));
        String hash = Envelope.NO_HASH;
        String command = "";
        var commands = new HashSet<String>();
        for (int i = 0; i < records.size(); i++) {
            LogRecord record = records.get(i);
            assertThat(record.sequence()).as(record.place()).isEqualTo(i + 1L);
            assertThat(record.envelope().previousHash()).as(record.place()).isEqualTo(hash);
            hash = record.hash();
            if (!record.envelope().commandId().equals(command)) {
                command = record.envelope().commandId();
                assertThat(commands.add(command)).as("%s once", record.place()).isTrue();
            }
        }
        return records;
    }

    /** All partitions, each walked. */
    List<LogRecord> walk(Service service) {
        List<LogRecord> all = new ArrayList<>();
        for (int partition = 0; partition < settings.partitions(); partition++) {
            all.addAll(walk(service, partition));
        }
        return all;
    }

    private List<LogRecord> read(Service service, int partition) {
        List<LogRecord> records = new ArrayList<>();
        try (var consumer = clients.reader(Map.of())) {
            List<TopicPartition> all =
                    EventTypes.of(service).stream()
                            .map(type -> new TopicPartition(type.topic(), partition))
                            .toList();
            consumer.assign(all);
            all.forEach(tp -> consumer.seek(tp, 0));
            Map<TopicPartition, Long> ends = consumer.endOffsets(all, ASK);
            Eventually.until(
                    "the log is read",
                    () -> {
                        for (ConsumerRecord<String, byte[]> record :
                                consumer.poll(Duration.ofMillis(50))) {
                            records.add(LogRecord.of(record));
                        }
                        return ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    });
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
