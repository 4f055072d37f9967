package org.orangeline.launcher.verify;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orangeline.events.EventType;

/** The JSON Schemas that are packed with the contracts. */
final class PayloadSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<EventType, Schema> COMPILED = new ConcurrentHashMap<>();

    private PayloadSchemas() {}

    /** Where a payload breaks its schema, and by which keyword; never what it holds. */
    static Optional<String> firstError(EventType type, byte[] payload) {
        return COMPILED
                .computeIfAbsent(type, PayloadSchemas::compile)
                .validate(
                        new String(payload, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " breaks " + error.getKeyword())
                .findFirst();
    }

    private static Schema compile(EventType type) {
        try (InputStream in = EventType.class.getResourceAsStream(type.schemaResource())) {
            return REGISTRY.getSchema(
                    Objects.requireNonNull(in, type.name() + " has no schema"), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
