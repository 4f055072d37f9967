package org.orangeline.screening.wiring;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.orangeline.events.Service;
import org.orangeline.kit.wiring.UpstreamFeed;

/** Arrivals, corrections and operations. */
@ApplicationScoped
public class IntakeChannel {

    private final UpstreamFeed feed;

    IntakeChannel(UpstreamFeed feed) {
        this.feed = feed;
    }

    @Incoming("intake-service")
    @Blocking
    void learn(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        feed.accept(Service.INTAKE, batch);
    }
}
