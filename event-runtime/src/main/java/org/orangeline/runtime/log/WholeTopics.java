package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions from their beginning to where they end now. */
public final class WholeTopics {

    private static final Duration STUCK = Duration.ofSeconds(30);
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
        read(clients, places, Map.of(), LONG, each);
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
        read(clients, places, Map.of(), limit, each);
    }

    /**
     * The same with settings of the consumer, as for much that is to be read fast.
     *
     * @param limit after which it is given up, also when more keeps coming
     */
    public static void read(
            LogClients clients,
            Collection<TopicPartition> places,
            Map<String, Object> more,
            Duration limit,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        long end = System.nanoTime() + limit.toNanos();
        try (TopicReader reader = new TopicReader(clients, places, more)) {
            reader.begin();
            long done = -1;
            long deadline = 0;
            while (!reader.isAtFirstEnd()) {
                reader.poll(POLL, each);
                long now = reader.done();
                if (now > done) {
                    done = now;
                    deadline = System.nanoTime() + STUCK.toNanos();
                }
                long time = System.nanoTime();
                if (time - deadline > 0 || time - end > 0) {
                    throw new TimeoutException("a topic was not read to its end in time");
                }
            }
        }
    }
}
