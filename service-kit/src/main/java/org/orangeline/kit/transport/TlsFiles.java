package org.orangeline.kit.transport;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A certificate and its key make the service listen with TLS, on its usual port, and with nothing
 * else. What follows from them can be overridden one by one.
 */
public final class TlsFiles implements ConfigSourceFactory {

    /** Above the defaults of every service, below the environment. */
    private static final int ORDINAL = 110;

    /** A browser that came over TLS once comes in the clear no more, for a year. */
    private static final Map<String, String> STRICT =
            Map.of("quarkus.http.header.\"Strict-Transport-Security\".value", "max-age=31536000");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue certificate = context.getValue("orangeline.tls.certificate");
        ConfigValue key = context.getValue("orangeline.tls.key");
        if (isMissing(certificate) || isMissing(key)) {
            return isEndedBefore(context) ? List.of(source(STRICT)) : List.of();
        }
        return List.of(
                source(STRICT),
                source(
                        Map.of(
                                "quarkus.tls.key-store.pem.0.cert", certificate.getValue(),
                                "quarkus.tls.key-store.pem.0.key", key.getValue(),
                                // A certificate that was renewed is taken up without a restart.
                                "quarkus.tls.reload-period", "1H",
                                "quarkus.http.insecure-requests", "disabled",
                                "quarkus.http.ssl-port", "${quarkus.http.port}",
                                "orangeline.address", "https://127.0.0.1:${quarkus.http.port}")));
    }

    private static ConfigSource source(Map<String, String> values) {
        return new PropertiesConfigSource(values, "orangeline tls", ORDINAL);
    }

    private static boolean isEndedBefore(ConfigSourceContext context) {
        ConfigValue ended = context.getValue("orangeline.tls.ended-before");
        return ended != null && Boolean.parseBoolean(ended.getValue());
    }

    private static boolean isMissing(ConfigValue value) {
        return value == null || value.getValue() == null || value.getValue().isBlank();
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
