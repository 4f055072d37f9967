package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions from their beginning, each in its own order, and knows when it has read what was
 * there when it began. For one thread, but for {@link #wakeup}.
 */
final class TopicReader implements AutoCloseable {

    private static final Duration ASK = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> places;
    private final Map<TopicPartition, Long> open = new HashMap<>();

    /**
     * @param more settings of the consumer
     */
    TopicReader(LogClients clients, Collection<TopicPartition> places, Map<String, Object> more) {
        this.consumer = clients.reader(more);
        this.places = List.copyOf(places);
    }

    /**
     * Looks where everything ends, and goes to the beginning.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    void begin() {
        open.putAll(consumer.endOffsets(places, ASK));
        open.values().removeIf(end -> end == 0);
        consumer.assign(places);
        consumer.seekToBeginning(places);
    }

    /** Hands on what comes within a time, only what is committed. */
    void poll(Duration most, Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.poll(most).forEach(each);
        // Markers of transactions have a place of their own, and are no records.
        open.entrySet().removeIf(end -> position(end.getKey()) >= end.getValue());
    }

    /** Whether everything was handed on that was there when it began. */
    boolean isAtFirstEnd() {
        return open.isEmpty();
    }

    /** Where it goes on in one partition. */
    long position(TopicPartition place) {
        return consumer.position(place, ASK);
    }

    /** How much it has read, in offsets of all partitions; grows with each record or marker. */
    long done() {
        return places.stream().mapToLong(this::position).sum();
    }

    /** Has {@link #poll} end with an exception; from any thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
