package org.orangeline.placement.wiring;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.orangeline.events.Service;
import org.orangeline.kit.wiring.UpstreamFeed;

/** The logs of the services that placement-service learns from. */
@ApplicationScoped
public class Channels {

    private final UpstreamFeed feed;

    Channels(UpstreamFeed feed) {
        this.feed = feed;
    }

    @Incoming("intake-service")
    @Blocking
    public void fromIntake(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        feed.accept(Service.INTAKE, batch);
    }

    @Incoming("screening-service")
    @Blocking
    public void fromScreening(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        feed.accept(Service.SCREENING, batch);
    }
}
