package org.orangeline.bench.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.orangeline.runtime.log.LogClients;

/** A consumer outside of the services that sees what is committed to a topic from now on. */
public final class Outsider implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param seen gets the key of each event, and when it was seen
     */
    public Outsider(LogClients clients, String topic, ObjLongConsumer<String> seen) {
        Map<String, Object> prompt = Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        this.consumer = clients.reader(prompt);
        List<TopicPartition> places = WholeLog.places(consumer, List.of(topic));
        consumer.assign(places);
        consumer.seekToEnd(places);
        places.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("outsider").start(() -> read(seen));
    }

    private void read(ObjLongConsumer<String> seen) {
        try (consumer) {
            while (running) {
                consumer.poll(POLL).forEach(event -> seen.accept(event.key(), System.nanoTime()));
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
