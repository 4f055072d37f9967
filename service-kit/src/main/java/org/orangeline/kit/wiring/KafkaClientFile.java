package org.orangeline.kit.wiring;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The file that says how this service gets in at the broker: a Kafka client's properties, as every
 * Kafka tool reads them. Each becomes {@code kafka.<name>}, which all clients of the service share,
 * so that a password is in a file and neither in the environment nor on a command line.
 */
public final class KafkaClientFile implements ConfigSourceFactory {

    private static final String FILE = "orangeline.kafka-client-file";

    /** Above application.properties, below the environment. */
    private static final int ORDINAL = 280;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue file = context.getValue(FILE);
        if (file == null || file.getValue() == null || file.getValue().isBlank()) {
            return List.of();
        }
        Map<String, String> settings = new HashMap<>();
        read(Path.of(file.getValue()))
                .forEach((name, value) -> settings.put("kafka." + name, value));
        return List.of(new PropertiesConfigSource(settings, "orangeline kafka client", ORDINAL));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + ": " + file + " cannot be read", e);
        }
        Map<String, String> read = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
