package org.orangeline.kit.wiring;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.UpstreamLog;

/**
 * Carries a channel's batches into the engine and pauses the topics that run ahead of the others.
 */
@ApplicationScoped
public class UpstreamFeed {

    private final Engine<?, ?, ?, ?> engine;
    private final KafkaClientService clients;
    private final Map<Service, Set<TopicPartition>> paused = new ConcurrentHashMap<>();

    UpstreamFeed(Engine<?, ?, ?, ?> engine, KafkaClientService clients) {
        this.engine = engine;
        this.clients = clients;
    }

    /**
     * Takes a batch of an upstream service; the channel bears its name.
     *
     * @throws InterruptedException when the instance is being stopped
     */
    public void accept(Service upstream, ConsumerRecords<String, byte[]> batch)
            throws InterruptedException {
        UpstreamLog log = engine.upstream(upstream);
        log.accept(batch);
        pause(upstream, log.ahead());
    }

    private void pause(Service upstream, Set<TopicPartition> ahead) {
        Set<TopicPartition> before = paused.getOrDefault(upstream, Set.of());
        if (before.isEmpty() && ahead.isEmpty()) {
            return;
        }
        Set<TopicPartition> resumed = new HashSet<>(before);
        resumed.removeAll(ahead);
        paused.put(upstream, ahead);
        // The connector's own back pressure resumes everything, so what is ahead is paused each
        // time.
        clients.<String, byte[]>getConsumer(upstream.id())
                .runOnPollingThread(consumer -> {
                    consumer.resume(resumed);
                    consumer.pause(ahead);
                })
                .subscribe()
                .with(unused -> {}, failure -> {});
    }
}
