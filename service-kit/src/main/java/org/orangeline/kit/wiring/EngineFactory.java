package org.orangeline.kit.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.orangeline.events.DomainEvent;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.RuntimeMetrics;
import org.orangeline.runtime.kafka.RuntimeSettings;
import org.orangeline.runtime.keys.DeploymentKey;

/** Makes a service's engine from its model and the configuration. */
@ApplicationScoped
public class EngineFactory {

    private final KitConfig config;
    private final KafkaSettings kafka;
    private final MeterRegistry registry;
    private final Quarantine quarantine;
    private final Clock clock;

    EngineFactory(
            KitConfig config,
            KafkaSettings kafka,
            MeterRegistry registry,
            Quarantine quarantine,
            Clock clock) {
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    public <C extends Command, O, K, E extends DomainEvent> Engine<C, O, K, E> engine(
            Model<C, O, K, E> model) {
        DeploymentKey deployment = DeploymentKey.read(config.deploymentKeyFile());
        return new Engine<>(
                model,
                settings(),
                deployment,
                MasterKeys.of(config, deployment),
                clock,
                Clock.systemUTC(),
                new RuntimeMetrics(registry, model.service()),
                quarantine);
    }

    private RuntimeSettings settings() {
        return new RuntimeSettings(
                kafka.clients(),
                config.partitions(),
                config.replication(),
                config.minInsync(),
                config.address(),
                config.sessionTimeout(),
                config.takeoverHold(),
                config.auditEvery(),
                config.commandTimeout());
    }
}
