package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads single events back from the log by their positions: histories, and first answers of
 * commands that come again. One consumer, one caller at a time.
 */
public final class LogReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Past such a gap it is cheaper to seek than to read on. */
    private static final long SEEK_OVER = 200;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Duration timeout;

    public LogReader(LogClients clients, Duration timeout) {
        this.consumer = clients.reader(Map.of("max.partition.fetch.bytes", 128 * 1024));
        this.timeout = timeout;
    }

    /**
     * @return the records at those positions, in no particular order
     * @throws LogFault when one of them is not there
     * @throws org.apache.kafka.common.errors.TimeoutException when the broker does not answer in
     *     time
     */
    public synchronized List<LogRecord> read(
            int partition, Collection<EventIndex.Position> positions) {
        Map<TopicPartition, NavigableSet<Long>> wanted = new HashMap<>();
        for (EventIndex.Position position : positions) {
            wanted.computeIfAbsent(
                            new TopicPartition(position.topic(), partition), tp -> new TreeSet<>())
                    .add(position.offset());
        }
        List<LogRecord> found = new ArrayList<>(positions.size());
        if (wanted.isEmpty()) {
            return found;
        }
        consumer.assign(wanted.keySet());
        consumer.resume(wanted.keySet()); // a partition that is assigned again is still paused
        wanted.forEach((tp, offsets) -> consumer.seek(tp, offsets.first()));
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!wanted.isEmpty()) {
            for (ConsumerRecord<String, byte[]> consumed : consumer.poll(POLL)) {
                var tp = new TopicPartition(consumed.topic(), consumed.partition());
                NavigableSet<Long> offsets = wanted.get(tp);
                if (offsets != null && offsets.remove(consumed.offset())) {
                    found.add(LogRecord.of(consumed));
                }
            }
            wanted.entrySet().removeIf(entry -> isDone(entry.getKey(), entry.getValue()));
            if (System.nanoTime() > deadline) {
                throw new org.apache.kafka.common.errors.TimeoutException(
                        "the log was not read in " + timeout);
            }
        }
        return found;
    }

    private boolean isDone(TopicPartition tp, NavigableSet<Long> offsets) {
        if (offsets.isEmpty()) {
            consumer.pause(List.of(tp));
            return true;
        }
        long next = offsets.first();
        long position = consumer.position(tp, timeout);
        if (position > next) {
            throw new LogFault("no event at " + tp + "@" + next);
        }
        if (next - position > SEEK_OVER) {
            consumer.seek(tp, next);
        }
        return false;
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
