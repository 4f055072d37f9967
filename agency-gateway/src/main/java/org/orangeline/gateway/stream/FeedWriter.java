package org.orangeline.gateway.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Begun;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.gateway.telling.FeedEvent;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;

/**
 * Writes the feeds: the events, how far each feed is, and the journal, all in one transaction, so
 * that a gateway that is killed or fenced leaves all of a batch or nothing. Opening it fences
 * whoever wrote before. After any exception it is closed and the log is read again.
 */
final class FeedWriter implements AutoCloseable {

    static final String NAME = "agency-gateway";

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Position> positions = new HashMap<>();
    private final Set<Feed> withTopics = new HashSet<>();
    private final LogClients clients;
    private final StreamSettings settings;

    private FeedWriter(LogClients clients, StreamSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.producer = clients.writer(NAME);
    }

    static FeedWriter open(StreamSettings settings) {
        return new FeedWriter(new LogClients(settings.kafka()), settings);
    }

    /** All topics of the feed are there. */
    void hasTopics(Feed feed) {
        withTopics.add(feed);
    }

    /** Writes down what feeds are begun under, before the first event of each. */
    void begin(List<Agreement> agreements) {
        if (agreements.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (Agreement agreement : agreements) {
            producer.send(
                    new ProducerRecord<>(
                            FeedTopics.POSITIONS, 0, Begun.key(agreement), Begun.value(agreement)));
        }
        producer.commitTransaction();
    }

    /** Where a feed's partition goes on. */
    void goesOnAt(Feed feed, int partition, Position position) {
        positions.put(key(feed, partition), position);
    }

    static String key(Feed feed, int partition) {
        return feed.agreement().id() + "/" + partition;
    }

    /** What the feed's events name as their source. */
    static String source(Feed feed) {
        return NAME + "/" + feed.agreement().id();
    }

    /**
     * Commits what the steps tell and no feed has been told yet, and shows it to readers.
     *
     * @return events written
     */
    int commit(List<PartitionPump.Step> steps) {
        List<Pending> pending = new ArrayList<>();
        Map<String, Position> moved = new LinkedHashMap<>();
        List<ProducerRecord<String, byte[]>> marks = new ArrayList<>();
        for (PartitionPump.Step step : steps) {
            for (PartitionPump.Told told : step.told()) {
                String key = key(told.feed(), step.partition());
                if (told.count() > position(key, new HashMap<>()).count()) {
                    pending.add(next(told, step, key, moved));
                }
            }
            if (step.cut() != null) {
                marks.add(
                        new ProducerRecord<>(
                                FeedTopics.JOURNAL,
                                step.partition(),
                                Integer.toString(step.partition()),
                                step.cut()
                                        .text()
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        if (pending.isEmpty() && marks.isEmpty()) {
            return 0;
        }
        makeTopics(pending);
        write(pending, moved, marks);
        positions.putAll(moved);
        return pending.size();
    }

    // Most agencies' events are rare: a topic that nobody writes to costs every start of a broker.
    private void makeTopics(List<Pending> pending) {
        Set<Feed> without = new HashSet<>();
        pending.forEach(one -> without.add(one.feed));
        without.removeAll(withTopics);
        if (!without.isEmpty()) {
            FeedTopics.provision(clients, settings, without.stream().map(Feed::agreement).toList());
            withTopics.addAll(without);
        }
    }

    private void write(
            List<Pending> pending,
            Map<String, Position> moved,
            List<ProducerRecord<String, byte[]>> marks) {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>(pending.size());
            pending.forEach(one -> sent.add(producer.send(one.produced())));
            marks.forEach(producer::send);
            moved.forEach((key, position) ->
                    producer.send(
                            new ProducerRecord<>(
                                    FeedTopics.POSITIONS,
                                    partitionOf(key),
                                    key,
                                    position.bytes())));
            producer.commitTransaction();
            for (int i = 0; i < pending.size(); i++) {
                Pending one = pending.get(i);
                one.feed.written(
                        one.record.at(sent.get(i).get().offset()), one.event.acknowledge());
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | IllegalStateException e) {
            throw new KafkaException("the feeds cannot be written", e);
        }
    }

    private Pending next(
            PartitionPump.Told told,
            PartitionPump.Step step,
            String key,
            Map<String, Position> moved) {
        Position last = position(key, moved);
        FeedEvent event = told.event();
        String id = event.id().toString();
        var envelope =
                new Envelope(
                        id,
                        "org.orangeline." + event.event(),
                        source(told.feed()),
                        event.subject(),
                        event.time(),
                        "urn:orangeline:feed:" + event.event() + ":1",
                        last.sequence() + 1,
                        event.operation(),
                        "machine:" + NAME,
                        id,
                        id,
                        "none",
                        "",
                        last.hash());
        String topic = FeedTopics.of(told.feed().agreement().agency(), event.event());
        var record =
                new LogRecord(
                        envelope,
                        topic,
                        step.partition(),
                        -1,
                        event.subject(),
                        EventCodec.canonical(event));
        moved.put(key, new Position(told.count(), record.sequence(), record.hash()));
        return new Pending(told.feed(), event, record);
    }

    private Position position(String key, Map<String, Position> moved) {
        Position now = moved.getOrDefault(key, positions.get(key));
        if (now == null) {
            throw new IllegalStateException("a feed without a position");
        }
        return now;
    }

    private static int partitionOf(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
    }

    private record Pending(Feed feed, FeedEvent event, LogRecord record) {

        // With the time that the agency may know.
        ProducerRecord<String, byte[]> produced() {
            ProducerRecord<String, byte[]> plain = record.toProducerRecord();
            return new ProducerRecord<>(
                    plain.topic(),
                    plain.partition(),
                    event.time().toEpochMilli(),
                    plain.key(),
                    plain.value(),
                    plain.headers());
        }
    }
}
