package org.orangeline.kit.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.log.LogClients;

/** Follows a topic of this service from its beginning, on a thread of its own. */
final class TopicFollower {

    private static final Logger LOG = Logger.getLogger("org.orangeline.items");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final Engine<?, ?, ?, ?> engine;
    private final String topic;
    private final Consumer<ConsumerRecord<String, byte[]>> taker;
    private final Map<TopicPartition, Long> taken = new ConcurrentHashMap<>();
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> following;
    private volatile boolean caughtUp;

    TopicFollower(
            Engine<?, ?, ?, ?> engine,
            String topic,
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        this.engine = engine;
        this.topic = topic;
        this.taker = taker;
    }

    void start() {
        Thread.ofPlatform().daemon().name(topic).start(this::follow);
    }

    void stop() {
        running = false;
        KafkaConsumer<String, byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Whether what was there at the start is known. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Waits until all that is in the topic now has been taken; false when it took too long. */
    boolean catchUp(Duration limit) {
        LogClients clients = new LogClients(engine.settings().kafka());
        Map<TopicPartition, Long> ends;
        try (var consumer = clients.reader(Map.of())) {
            ends = consumer.endOffsets(partitions());
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

    private List<TopicPartition> partitions() {
        return IntStream.range(0, engine.settings().partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private void follow() {
        while (running) {
            LogClients clients = new LogClients(engine.settings().kafka());
            // A record is answered at once; this is only how often an idle topic is asked again.
            Map<String, Object> patient = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);
            try (var consumer = clients.reader(patient)) {
                following = consumer;
                read(consumer);
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (IllegalArgumentException | IllegalStateException e) {
                LOG.errorf("%s cannot be followed, and is read anew: %s", topic, e.toString());
                pause(PAUSE_MILLIS);
            } catch (KafkaException e) {
                // The topic may not be there yet.
                LOG.debugf("%s cannot be followed now: %s", topic, e.toString());
                pause(PAUSE_MILLIS);
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (running) {
            consumer.poll(POLL).forEach(taker);
            all.forEach(tp -> taken.put(tp, consumer.position(tp)));
            caughtUp =
                    caughtUp
                            || all.stream()
                                    .allMatch(tp ->
                                            consumer.position(tp) >= ends.getOrDefault(tp, 0L));
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
