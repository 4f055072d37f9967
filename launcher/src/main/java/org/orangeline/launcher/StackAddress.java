package org.orangeline.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.access.Principals;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.launcher.verify.Target;
import org.orangeline.runtime.log.LogClients;

/**
 * Where a running stack answers, kept in its data folder for commands that come later.
 *
 * @param bootstrap Kafka's address
 * @param clientFile with what {@code verify} gets in there; null when everybody does
 * @param services the services' addresses
 */
record StackAddress(String bootstrap, @Nullable Path clientFile, Map<Service, URI> services) {
    private static final String FILE = "addresses.properties";
    private static final String KAFKA = "kafka";
    private static final String CLIENT_FILE = "kafka-client-file";

    StackAddress {
        services = Map.copyOf(services);
    }

    static StackAddress of(Stack stack) {
        return new StackAddress(
                stack.broker().bootstrap(),
                stack.kafkaClientFile(Principals.VERIFY),
                stack.addresses());
    }

    /**
     * @throws LaunchException when the folder holds no addresses, so that no stack runs there
     */
    static StackAddress read(Path data) {
        Properties properties = new Properties();
        try (Reader text = new StringReader(Files.readString(data.resolve(FILE)))) {
            properties.load(text);
        } catch (IOException e) {
            throw new LaunchException(
                    "the stack of " + data + " is still starting; wait until it is ready", e);
        }
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, URI.create(properties.getProperty(service.id(), "")));
        }
        String file = properties.getProperty(CLIENT_FILE);
        return new StackAddress(
                properties.getProperty(KAFKA, ""), file == null ? null : Path.of(file), services);
    }

    /** An address of an earlier start must not be taken for this one's. */
    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new LaunchException("cannot write to the data folder " + data, e);
        }
    }

    void write(Path data) {
        StringBuilder text = new StringBuilder(KAFKA + "=" + bootstrap + "\n");
        if (clientFile != null) {
            text.append(CLIENT_FILE + "=" + clientFile + "\n");
        }
        services.forEach((service, uri) -> text.append(service.id() + "=" + uri + "\n"));
        try {
            Files.writeString(data.resolve(FILE), text);
        } catch (IOException e) {
            throw new LaunchException("cannot write to the data folder " + data, e);
        }
    }

    Target target(TokenIssuer tokens) {
        Map<String, String> client = new HashMap<>();
        if (clientFile != null) {
            client.putAll(KafkaAccounts.read(clientFile));
        }
        client.put("bootstrap.servers", bootstrap);
        return new Target(new LogClients(client), services, tokens);
    }
}
