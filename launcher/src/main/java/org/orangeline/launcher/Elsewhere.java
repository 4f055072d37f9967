package org.orangeline.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.access.Principals;
import org.orangeline.launcher.keys.Certificates;
import org.orangeline.launcher.keys.CheckpointKeys;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.launcher.verify.Target;
import org.orangeline.runtime.log.LogClients;
import picocli.CommandLine.Option;

/** Options that name a stack that this command neither started nor has the data folder of. */
final class Elsewhere {
    /** Where the compose file lets this machine reach each service. */
    private static final Map<Service, String> COMPOSE =
            Map.of(
                    Service.INTAKE, "https://localhost:8081",
                    Service.SCREENING, "https://localhost:8082",
                    Service.PLACEMENT, "https://localhost:8083");

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description =
                    "Where the broker of a stack answers that runs elsewhere, such as one of the"
                            + " compose file (localhost:9092); in place of a data folder.")
    private @Nullable String bootstrap;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "With --bootstrap: the folder that ./orangeline keys made; keys of checkpoints"
                            + " are there, too (default: secrets).")
    private @Nullable Path keys;

    @Option(
            names = "--broker-config",
            paramLabel = "FILE",
            description =
                    "With --bootstrap: how to log in at the broker, as Kafka's tools take it"
                            + " (default: kafka/verify.properties of the keys, if it is there).")
    private @Nullable Path brokerConfig;

    @Option(
            names = "--service",
            paramLabel = "NAME=URL",
            description =
                    "With --bootstrap: where a service answers (default: those of the compose"
                            + " file, https://localhost:8081 to 8083).")
    private Map<String, URI> services = Map.of();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description =
                    "With --bootstrap: who signed the services' certificates (default: tls/ca.pem"
                            + " of the keys, if it is there).")
    private @Nullable Path trust;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description =
                    "With --bootstrap: a token with the role verifier (default: one signed with"
                            + " issuer-private.pem of the keys).")
    private @Nullable Path token;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    Elsewhere() {}

    /** Whether somebody asked for such a stack. */
    boolean isAskedFor() {
        return bootstrap != null;
    }

    /**
     * What is said of such a stack means one.
     *
     * @throws LaunchException when something is, and --bootstrap is missing
     */
    void requireNothing() {
        if (keys != null
                || brokerConfig != null
                || trust != null
                || token != null
                || !services.isEmpty()) {
            throw new LaunchException(
                    "--keys, --broker-config, --service, --trust and --token are for a stack"
                            + " elsewhere: name it by --bootstrap");
        }
    }

    /** The keys of its checkpoints. */
    CheckpointKeys checkpoints() {
        return CheckpointKeys.in(folder());
    }

    /**
     * How to reach it.
     *
     * @throws LaunchException when a file is missing or cannot be used
     */
    Target target() {
        Map<String, String> client = new HashMap<>();
        Path account = folder().resolve("kafka").resolve(Principals.VERIFY + ".properties");
        if (brokerConfig != null) {
            client.putAll(KafkaAccounts.read(brokerConfig));
        } else if (Files.exists(account)) {
            client.putAll(KafkaAccounts.read(account));
        }
        client.put("bootstrap.servers", String.valueOf(bootstrap));
        return new Target(new LogClients(client), addresses(), tokens(), http());
    }

    private Map<Service, URI> addresses() {
        Map<Service, URI> addresses = new EnumMap<>(Service.class);
        COMPOSE.forEach((service, address) -> addresses.put(service, URI.create(address)));
        services.forEach((name, address) -> {
            Service named =
                    COMPOSE.keySet().stream()
                            .filter(service -> service.id().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new LaunchException("--service: there is no service " + name));
            addresses.put(named, address);
        });
        return addresses;
    }

    private Supplier<String> tokens() {
        if (token != null) {
            try {
                String text = Files.readString(token).strip();
                return () -> text;
            } catch (IOException e) {
                throw new LaunchException("the token in " + token + " cannot be read", e);
            }
        }
        if (!Files.exists(folder().resolve("issuer-private.pem"))) {
            throw new LaunchException(
                    "there is no issuer-private.pem in "
                            + folder()
                            + ": name the folder with --keys, or give a --token");
        }
        TokenIssuer issuer = new TokenIssuer(LocalKeys.in(folder()).issuer());
        return () -> issuer.issue(TokenRequest.verifier());
    }

    private HttpClient http() {
        Path authority = trust == null ? folder().resolve("tls").resolve("ca.pem") : trust;
        return trust == null && !Files.exists(authority)
                ? HttpClient.newHttpClient()
                : HttpClient.newBuilder().sslContext(Certificates.trusting(authority)).build();
    }

    private Path folder() {
        return (keys == null ? Path.of("secrets") : keys).toAbsolutePath().normalize();
    }
}
