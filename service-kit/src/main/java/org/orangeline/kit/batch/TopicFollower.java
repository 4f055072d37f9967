package org.orangeline.kit.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    private void follow() {
        while (running) {
            LogClients clients = new LogClients(engine.settings().kafka());
            try (var consumer = clients.reader(Map.of())) {
                following = consumer;
                read(consumer);
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                // The topic may not be there yet.
                LOG.debugf("%s cannot be followed now: %s", topic, e.toString());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> all =
                IntStream.range(0, engine.settings().partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (running) {
            consumer.poll(POLL).forEach(taker);
            caughtUp =
                    caughtUp
                            || all.stream()
                                    .allMatch(tp ->
                                            consumer.position(tp) >= ends.getOrDefault(tp, 0L));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
