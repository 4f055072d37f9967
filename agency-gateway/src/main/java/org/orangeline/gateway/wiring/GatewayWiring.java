package org.orangeline.gateway.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;
import org.orangeline.gateway.rest.Cursors;
import org.orangeline.gateway.stream.Acknowledgements;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.FeedReader;
import org.orangeline.gateway.stream.Pump;
import org.orangeline.gateway.stream.StreamSettings;
import org.orangeline.kit.wiring.KafkaSettings;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.log.LogClients;

/** Puts the feeds on the log. */
@ApplicationScoped
public class GatewayWiring {

    private final KitConfig kit;
    private final GatewayConfig config;
    private final Map<String, String> kafka;

    GatewayWiring(KitConfig kit, GatewayConfig config, KafkaSettings kafka) {
        this.kit = kit;
        this.config = config;
        this.kafka = kafka.clients();
    }

    @Produces
    @Singleton
    AgreementsInTime agreements(Pump pump, MeterRegistry registry) {
        AgreementRules rules = new AgreementRules(Contracts.load());
        return new AgreementsInTime(
                () -> AgreementFolder.read(config.agreements(), config.signers(), rules),
                agreements -> {
                    pump.goBy(agreements);
                    agreements.forEach(agreement -> measure(pump, agreement.agency(), registry));
                });
    }

    void stop(@Disposes AgreementsInTime agreements) {
        agreements.close();
    }

    @Produces
    @Singleton
    Pump pump(MeterRegistry registry) {
        AgencyKeys keys = AgencyKeys.read(config.keys());
        var written = registry.counter("orangeline.feed.events.written");
        return new Pump(
                clients(),
                new StreamSettings(kafka, kit.partitions(), kit.replication(), kit.minInsync()),
                Contracts.load(),
                keys::pseudonyms,
                written::increment);
    }

    // The same one again for an agency that is measured already.
    private static void measure(Pump pump, String agency, MeterRegistry registry) {
        Gauge.builder("orangeline.feed.events", () -> size(pump, agency))
                .description("events of an agency's feed")
                .tag("agency", agency)
                .register(registry);
    }

    private static long size(Pump pump, String agency) {
        return pump.feed(agency).map(Feed::size).orElse(0L);
    }

    void start(@Observes StartupEvent started, Pump pump, AgreementsInTime agreements) {
        agreements.start();
        pump.start();
    }

    void stop(@Disposes Pump pump) {
        pump.close();
    }

    @Produces
    @Singleton
    FeedReader reader() {
        return new FeedReader(clients(), config.readers());
    }

    void stop(@Disposes FeedReader reader) {
        reader.close();
    }

    @Produces
    @Singleton
    Acknowledgements acknowledgements() {
        return new Acknowledgements(clients(), kit.partitions());
    }

    void stop(@Disposes Acknowledgements acknowledgements) {
        acknowledgements.close();
    }

    @Produces
    @Singleton
    Cursors cursors(ObjectMapper mapper) {
        return new Cursors(AgencyKeys.read(config.keys()).cursors(), mapper, config.cursorLife());
    }

    private LogClients clients() {
        return new LogClients(kafka);
    }
}
