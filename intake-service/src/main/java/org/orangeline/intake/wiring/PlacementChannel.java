package org.orangeline.intake.wiring;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.orangeline.events.Service;
import org.orangeline.kit.wiring.UpstreamFeed;

/** Who was born in custody. */
@ApplicationScoped
public class PlacementChannel {

    private final UpstreamFeed feed;

    PlacementChannel(UpstreamFeed feed) {
        this.feed = feed;
    }

    @Incoming("placement-service")
    @Blocking
    void learn(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        feed.accept(Service.PLACEMENT, batch);
    }
}
