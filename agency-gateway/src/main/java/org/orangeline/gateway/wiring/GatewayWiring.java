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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.gateway.rest.Cursors;
import org.orangeline.gateway.stream.Acknowledgements;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.FeedReader;
import org.orangeline.gateway.stream.Pump;
import org.orangeline.gateway.stream.StreamSettings;
import org.orangeline.kit.wiring.KafkaSettings;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.log.LogClients;

/** Puts the feeds on the log. */
@ApplicationScoped
public class GatewayWiring {

    private static final Logger LOG = Logger.getLogger("org.orangeline.agreements");

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
    AgreementFolder agreements() {
        return AgreementFolder.read(
                config.agreements(), config.signers(), new AgreementRules(Contracts.load()));
    }

    @Produces
    @Singleton
    Pump pump(AgreementFolder folder, MeterRegistry registry) {
        DeploymentKey key = DeploymentKey.read(kit.deploymentKeyFile());
        Map<Agreement, Pseudonyms> agreements = new LinkedHashMap<>();
        folder.agreements()
                .values()
                .forEach(agreement ->
                        agreements.put(agreement, Pseudonyms.of(agreement.agency(), key)));
        var written = registry.counter("orangeline.feed.events.written");
        var pump =
                new Pump(
                        clients(),
                        new StreamSettings(
                                kafka, kit.partitions(), kit.replication(), kit.minInsync()),
                        Contracts.load(),
                        agreements,
                        written::increment);
        for (String agency : folder.agreements().keySet()) {
            Gauge.builder("orangeline.feed.events", () -> size(pump, agency))
                    .description("events of an agency's feed")
                    .tag("agency", agency)
                    .register(registry);
        }
        return pump;
    }

    private static long size(Pump pump, String agency) {
        return pump.feed(agency).map(Feed::size).orElse(0L);
    }

    void start(@Observes StartupEvent started, Pump pump, AgreementFolder folder) {
        folder.problems().forEach(problem -> LOG.warnf("refused agreement %s", problem));
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
        return new Cursors(
                DeploymentKey.read(kit.deploymentKeyFile()), mapper, config.cursorLife());
    }

    private LogClients clients() {
        return new LogClients(kafka);
    }
}
