package org.orangeline.kit.wiring;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.orangeline.events.Service;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.UpstreamLog;

/**
 * Carries a channel's batches into the engine, and has the channel's consumer fetch what the engine
 * heard of and nothing else.
 */
@Startup
@ApplicationScoped
public class UpstreamFeed {

    private final Engine<?, ?, ?, ?> engine;
    private final KafkaClientService clients;

    UpstreamFeed(Engine<?, ?, ?, ?> engine, KafkaClientService clients) {
        this.engine = engine;
        this.clients = clients;
        engine.upstream()
                .forEach(upstream -> engine.upstream(upstream).onBell(() -> awaken(upstream)));
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
        if (log.isPaced()) {
            // The connector's own back pressure resumes everything, so this is done each time.
            pace(upstream);
        } else {
            awaken(upstream);
        }
    }

    // The channel waits in a poll in which nothing, or something else, is fetched.
    private void awaken(Service upstream) {
        KafkaConsumer<String, byte[]> channel = clients.getConsumer(upstream.id());
        if (channel != null) {
            channel.unwrap().wakeup();
            pace(upstream);
        }
    }

    private void pace(Service upstream) {
        UpstreamLog log = engine.upstream(upstream);
        clients.<String, byte[]>getConsumer(upstream.id())
                .runOnPollingThread(log::pace)
                .subscribe()
                .with(unused -> {}, failure -> {});
    }
}
