package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

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
        // The client fetches ahead: at the end of the log the next read would wait for that.
        this.consumer =
                clients.reader(
                        Map.of(
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                128 * 1024,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                2));
        this.timeout = timeout;
    }

    /**
     * @return the records at those positions, in no particular order
     * @throws LogFault when one of them is not there
     * @throws TimeoutException when the broker does not answer in time
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
        // A partition that stays assigned also stays paused from the time before.
        consumer.resume(consumer.paused());
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
                throw new TimeoutException("the log was not read in " + timeout);
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
