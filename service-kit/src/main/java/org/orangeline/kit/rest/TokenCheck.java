package org.orangeline.kit.rest;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Ends the service before it does anything when it would take tokens that are for somebody else:
 * without an issuer or an audience a provider's tokens for any other program would be good here.
 */
@ApplicationScoped
public class TokenCheck {

    private static final int FIRST = 1;

    private final Config config;

    TokenCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(FIRST) StartupEvent started) {
        for (String setting : List.of("mp.jwt.verify.issuer", "mp.jwt.verify.audiences")) {
            if (config.getOptionalValue(setting, String.class)
                    .filter(v -> !v.strip().isEmpty())
                    .isEmpty()) {
                // Of this exception Quarkus prints the message alone, and ends with 1.
                throw new ConfigurationException(
                        config.getOptionalValue("quarkus.application.name", String.class)
                                        .orElse("the service")
                                + " does not start: "
                                + setting.toUpperCase(java.util.Locale.ROOT).replace('.', '_')
                                + " must be set");
            }
        }
    }
}
