package org.orangeline.kit.transport;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Ends the service before it does anything, and with one line, when something that it would send or
 * be sent could be read on its way.
 */
@ApplicationScoped
public class TransportCheck {

    /** Before everything that is started, the channels too. */
    private static final int FIRST = 1;

    private static final String SERVERS = "bootstrap.servers";
    private static final String PROTOCOL = "security.protocol";
    private static final String CHANNELS = "mp.messaging.";

    private final Config config;

    TransportCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(FIRST) StartupEvent started) {
        configured()
                .refusal()
                .ifPresent(reason -> {
                    // Of this exception Quarkus prints the message alone, and ends with 1.
                    throw new ConfigurationException(
                            value("quarkus.application.name", "the service")
                                    + " does not start: "
                                    + reason);
                });
    }

    private Transport configured() {
        return new Transport(
                value("quarkus.http.host", "0.0.0.0"),
                value("quarkus.management.host", "0.0.0.0"),
                value("quarkus.http.insecure-requests", "enabled"),
                Boolean.parseBoolean(value("orangeline.tls.ended-before", "false")),
                brokers(),
                addresses());
    }

    // A channel may have been given a broker of its own.
    private List<Transport.Brokers> brokers() {
        String shared = value("kafka." + PROTOCOL, "PLAINTEXT");
        List<Transport.Brokers> all = new ArrayList<>();
        all.add(new Transport.Brokers(value("kafka." + SERVERS, "127.0.0.1:9092"), shared));
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(CHANNELS) && name.endsWith("." + SERVERS)) {
                String channel = name.substring(0, name.length() - SERVERS.length());
                all.add(new Transport.Brokers(value(name, ""), value(channel + PROTOCOL, shared)));
            }
        }
        return all;
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        addresses.put("ORANGELINE_ADDRESS", value("orangeline.address", ""));
        config.getOptionalValue("orangeline.key-service.url", String.class)
                .ifPresent(url -> addresses.put("ORANGELINE_KEY_SERVICE_URL", url));
        String keys = value("mp.jwt.verify.publickey.location", "");
        // Anything else is a file or a resource.
        if (keys.startsWith("http")) {
            addresses.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys);
        }
        return addresses;
    }

    private String value(String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }
}
