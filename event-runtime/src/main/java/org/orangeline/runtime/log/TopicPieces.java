package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads pieces of a partition as it stands now, for who knows where to look. */
public final class TopicPieces implements AutoCloseable {

    private static final Duration STUCK = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    // A piece is small, and what was fetched beyond it is thrown away.
    private static final Map<String, Object> SMALL =
            Map.of(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 * 1024);

    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition place;
    private final long end;

    /**
     * @throws org.apache.kafka.common.KafkaException when the log does not answer
     */
    public TopicPieces(LogClients clients, TopicPartition place) {
        this.consumer = clients.reader(SMALL);
        this.place = place;
        consumer.assign(List.of(place));
        try {
            this.end = consumer.endOffsets(List.of(place), STUCK).getOrDefault(place, 0L);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * Hands on what is committed from an offset to another, which is not in it.
     *
     * @param goOn false ends it
     * @return whether all was handed on
     * @throws org.apache.kafka.common.KafkaException when the log does not answer
     */
    public boolean read(long from, long to, Predicate<ConsumerRecord<String, byte[]>> goOn) {
        consumer.seek(place, from);
        long last = Math.min(to, end);
        long at = from;
        long deadline = System.nanoTime() + STUCK.toNanos();
        while (at < last) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() >= last) {
                    return true;
                }
                if (!goOn.test(record)) {
                    return false;
                }
            }
            long now = consumer.position(place, STUCK);
            if (now > at) {
                at = now;
                deadline = System.nanoTime() + STUCK.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("a piece of a topic was not read in time");
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
