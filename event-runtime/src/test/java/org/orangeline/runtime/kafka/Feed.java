package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;

/** A channel from intake, as the services have one; it can be started late. */
final class Feed implements AutoCloseable {

    private final @Nullable UpstreamLog into;
    private final @Nullable RuntimeSettings settings;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    private Feed(@Nullable UpstreamLog into, @Nullable RuntimeSettings settings) {
        this.into = into;
        this.settings = settings;
    }

    static Feed none() {
        return new Feed(null, null);
    }

    static Feed of(UpstreamLog into, RuntimeSettings settings) {
        return new Feed(into, settings);
    }

    void start() {
        if (into != null && settings != null && thread == null) {
            UpstreamLog log = into;
            RuntimeSettings to = settings;
            thread = Thread.ofPlatform().name("feed").start(() -> run(log, to));
        }
    }

    private void run(UpstreamLog log, RuntimeSettings to) {
        try (KafkaConsumer<String, byte[]> consumer = new LogClients(to.kafka()).reader(Map.of())) {
            List<TopicPartition> all = UpstreamLog.assignment(Service.INTAKE, to.partitions());
            consumer.assign(all);
            all.forEach(tp -> consumer.seek(tp, 0));
            while (running) {
                log.accept(consumer.poll(Duration.ofMillis(50)));
                log.pace(consumer);
            }
        } catch (InterruptedException | WakeupException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
