package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows partitions from their beginning on a thread of its own: for a table in memory that each
 * record changes. After a fault it hands on everything again.
 */
public final class TopicFollower {

    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 1_000;

    // A record is answered at once; this is only how often an idle topic is asked again.
    private static final Map<String, Object> PATIENT =
            Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);

    private final LogClients clients;
    private final String name;
    private final List<TopicPartition> places;
    private final Consumer<ConsumerRecord<String, byte[]>> taker;
    private final Map<TopicPartition, Long> taken = new ConcurrentHashMap<>();
    private volatile boolean running = true;
    private volatile @Nullable TopicReader following;
    private volatile boolean caughtUp;

    /**
     * @param name of the thread
     * @param taker gets each record, on that thread
     */
    public TopicFollower(
            LogClients clients,
            String name,
            Collection<TopicPartition> places,
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        this.clients = clients;
        this.name = name;
        this.places = List.copyOf(places);
        this.taker = taker;
    }

    /** Begins, whether the topics are there yet or not. */
    public void start() {
        Thread.ofPlatform().daemon().name(name).start(this::follow);
    }

    /** Ends it; it does not start again. */
    public void stop() {
        running = false;
        TopicReader reader = following;
        if (reader != null) {
            reader.wakeup();
        }
    }

    /** Whether what was there at the start is known. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * Waits until all that is in the topic now has been taken; false when it took too long.
     *
     * @throws KafkaException when the broker does not answer
     */
    public boolean catchUp(Duration limit) {
        Map<TopicPartition, Long> ends;
        try (var consumer = clients.reader(Map.of())) {
            ends = consumer.endOffsets(places, ASK);
        }
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() - deadline < 0) {
            if (ends.entrySet().stream()
                    .allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                return true;
            }
            pause(POLL.toMillis());
        }
        return false;
    }

    private void follow() {
        while (running) {
            try (TopicReader reader = new TopicReader(clients, places, PATIENT)) {
                following = reader;
                reader.begin();
                while (running) {
                    reader.poll(POLL, taker);
                    places.forEach(place -> taken.put(place, reader.position(place)));
                    caughtUp = caughtUp || reader.isAtFirstEnd();
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                // The topic may not be there yet.
                LOG.debugf("%s cannot be followed now: %s", name, e.toString());
                pause(PAUSE_MILLIS);
            } catch (RuntimeException e) {
                LOG.errorf("%s cannot be followed; it is read again: %s", name, e.toString());
                pause(PAUSE_MILLIS);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
