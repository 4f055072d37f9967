package org.orangeline.kit.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orangeline.events.DomainEvent;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.RuntimeMetrics;
import org.orangeline.runtime.kafka.RuntimeSettings;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.KeyFolder;

/** Makes a service's engine from its model and the configuration. */
@ApplicationScoped
public class EngineFactory {

    private final KitConfig config;
    private final String bootstrap;
    private final MeterRegistry registry;
    private final Quarantine quarantine;
    private final Clock clock;

    EngineFactory(
            KitConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            MeterRegistry registry,
            Quarantine quarantine,
            Clock clock) {
        this.config = config;
        this.bootstrap = bootstrap;
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
                new KeyFolder(keyFolder(), deployment),
                clock,
                new RuntimeMetrics(registry, model.service()),
                quarantine);
    }

    private Path keyFolder() {
        return config.keyFolder()
                .orElseGet(() -> config.deploymentKeyFile().resolveSibling("operation-keys"));
    }

    private RuntimeSettings settings() {
        Map<String, String> kafka = new HashMap<>(config.kafkaClients());
        kafka.put("bootstrap.servers", bootstrap);
        return new RuntimeSettings(
                kafka,
                config.partitions(),
                config.replication(),
                config.minInsync(),
                config.address(),
                config.sessionTimeout(),
                config.takeoverHold(),
                config.auditEvery());
    }
}
