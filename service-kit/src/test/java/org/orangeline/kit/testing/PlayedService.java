package org.orangeline.kit.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.WrittenOrder;
import org.orangeline.runtime.scenario.TestSealer;

/**
 * Another service as its readers see it: its topics, and event records with whole envelopes, in
 * sequence and chained.
 */
public final class PlayedService implements AutoCloseable {

    private static final Map<String, String> TOPIC_SETTINGS =
            Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", "-1",
                    "retention.bytes", "-1",
                    "message.timestamp.type", "LogAppendTime",
                    "unclean.leader.election.enable", "false");

    private final Service service;
    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;
    private final TestSealer sealer = new TestSealer();
    private final Map<Integer, LogRecord> last = new HashMap<>();

    public PlayedService(Service service, String bootstrap) {
        this.service = service;
        this.bootstrap = bootstrap;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** The service starts for the first time. */
    public void makeTopics() {
        List<NewTopic> topics =
                Stream.concat(
                                EventTypes.of(service).stream().map(EventType::topic),
                                Stream.of(ServiceTopics.order(service)))
                        .map(topic ->
                                new NewTopic(topic, LocalDeployment.PARTITIONS, (short) 1)
                                        .configs(TOPIC_SETTINGS))
                        .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be made", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Records events. */
    public void records(String operation, DomainEvent... events) {
        for (DomainEvent event : events) {
            write(
                    operation,
                    EventTypes.of(event),
                    event.subject(),
                    EventCodec.encode(event, sealer));
        }
    }

    /** Records something under a whole envelope that no reader can read. */
    public void recordsUnreadable(
            String operation, Class<? extends DomainEvent> type, String subject) {
        byte[] cutOff = {'{', '"'};
        write(operation, EventTypes.named(type.getSimpleName()), subject, cutOff);
    }

    private void write(String operation, EventType type, String subject, byte[] value) {
        int partition = Partitions.of(operation, LocalDeployment.PARTITIONS);
        LogRecord before = last.get(partition);
        String command = UUID.randomUUID().toString();
        var envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        type.cloudEventType(),
                        service.id(),
                        subject,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        type.dataSchema(),
                        before == null ? 1 : before.sequence() + 1,
                        operation,
                        "human:played",
                        command,
                        command,
                        "0".repeat(64),
                        "",
                        before == null ? Envelope.NO_HASH : before.hash());
        var record = new LogRecord(envelope, type.topic(), partition, 0, subject, value);
        try {
            producer.send(record.toProducerRecord()).get();
            producer.send(announcementOf(record)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the event cannot be written", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        last.put(partition, record);
    }

    private ProducerRecord<String, byte[]> announcementOf(LogRecord record) {
        return new ProducerRecord<>(
                ServiceTopics.order(service),
                record.partition(),
                null,
                WrittenOrder.of(List.of(record)).bytes());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    @Override
    public void close() {
        producer.close();
    }
}
