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
import org.orangeline.runtime.keys.ProcessKeys;

/** Makes a service's engine from its model and the configuration. */
@ApplicationScoped
public class EngineFactory {

    private final KitConfig config;
    private final ProcessKeys keys;
    private final KafkaSettings kafka;
    private final MeterRegistry registry;
    private final Quarantine quarantine;
    private final Clock clock;

    EngineFactory(
            KitConfig config,
            ProcessKeys keys,
            KafkaSettings kafka,
            MeterRegistry registry,
            Quarantine quarantine,
            Clock clock) {
        this.config = config;
        this.keys = keys;
        this.kafka = kafka;
        this.registry = registry;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    public <C extends Command, O, K, E extends DomainEvent> Engine<C, O, K, E> engine(
            Model<C, O, K, E> model) {
        return new Engine<>(
                model,
                settings(),
                keys,
                MasterKeys.of(config, keys),
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
                config.commandTimeout(),
                config.rollKeysEvery());
    }
}
