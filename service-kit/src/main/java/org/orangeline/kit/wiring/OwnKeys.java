package org.orangeline.kit.wiring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orangeline.runtime.keys.ProcessKeys;

/** The keys that this process has, and no others; without them it does not start. */
@ApplicationScoped
public class OwnKeys {

    /** After the check of the transport, before everything that is started. */
    private static final int SECOND = 2;

    private static final String FOLDER = "operation-keys";

    private final KitConfig config;
    private final String process;

    OwnKeys(KitConfig config, @ConfigProperty(name = "quarkus.application.name") String process) {
        this.config = config;
        this.process = process;
    }

    void check(@Observes @Priority(SECOND) StartupEvent started) {
        ProcessKeys unused = keys();
    }

    @Produces
    @Singleton
    ProcessKeys keys() {
        Path file = config.processKeys().orElseThrow(() -> refusal("it is not set"));
        try {
            return ProcessKeys.read(file, process);
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    // Of this exception Quarkus prints the message alone, and ends with 1.
    private ConfigurationException refusal(String reason) {
        return new ConfigurationException(
                process
                        + " does not start without its keys: run ./orangeline keys, and set"
                        + " ORANGELINE_PROCESS_KEYS to the file "
                        + process
                        + ".keys that it makes ("
                        + reason
                        + ")");
    }

    /** Where the folder with this service's master keys is. */
    static Path folder(KitConfig config) {
        return config.keyFolder()
                .orElseGet(() ->
                        config.processKeys()
                                .map(file -> file.resolveSibling(FOLDER))
                                .orElseThrow());
    }
}
