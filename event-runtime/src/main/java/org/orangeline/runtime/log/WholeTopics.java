package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions from their beginning to where they end now. */
public final class WholeTopics {

    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofDays(365);

    private WholeTopics() {}

    /**
     * Hands on everything that is committed, in the order of each partition, however long it takes.
     *
     * @throws org.apache.kafka.common.KafkaException when the log does not answer, or nothing more
     *     of it comes for half a minute
     */
    public static void read(
            LogClients clients,
            Collection<TopicPartition> places,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        read(clients, places, LONG, each);
    }

    /**
     * The same for who has somebody waiting.
     *
     * @param limit after which it is given up, also when more keeps coming
     */
    public static void read(
            LogClients clients,
            Collection<TopicPartition> places,
            Duration limit,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        long end = System.nanoTime() + limit.toNanos();
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            Map<TopicPartition, Long> ends = reader.endOffsets(places, ASK);
            List<TopicPartition> filled =
                    places.stream().filter(place -> ends.getOrDefault(place, 0L) > 0).toList();
            reader.assign(filled);
            reader.seekToBeginning(filled);
            long done = -1;
            long deadline = 0;
            while (!filled.stream()
                    .allMatch(
                            place -> reader.position(place, ASK) >= ends.getOrDefault(place, 0L))) {
                reader.poll(POLL).forEach(each);
                // Markers of transactions have a place of their own, and are no records.
                long now = filled.stream().mapToLong(at -> reader.position(at, ASK)).sum();
                if (now > done) {
                    done = now;
                    deadline = System.nanoTime() + ASK.toNanos();
                }
                long time = System.nanoTime();
                if (time - deadline > 0 || time - end > 0) {
                    throw new TimeoutException("a topic was not read to its end in time");
                }
            }
        }
    }
}
