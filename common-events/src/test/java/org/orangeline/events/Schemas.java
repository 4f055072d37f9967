package org.orangeline.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The packed schemas, with formats as assertions; each file stands alone, nothing is fetched. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<EventType, Schema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    static JsonNode json(EventType type) {
        try (InputStream in = open(type)) {
            return Golden.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema has against a payload; empty when it is valid. */
    static List<String> errors(EventType type, JsonNode payload) {
        return errors(COMPILED.computeIfAbsent(type, Schemas::compile), payload);
    }

    /** What JSON Schema itself has against a schema. */
    static List<String> errorsOfSchema(JsonNode schema) {
        Schema metaSchema =
                REGISTRY.getSchema(
                        com.networknt.schema.SchemaLocation.of(
                                "https://json-schema.org/draft/2020-12/schema"));
        return errors(metaSchema, schema);
    }

    private static List<String> errors(Schema schema, JsonNode payload) {
        return schema
                .validate(
                        payload.toString(),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema compile(EventType type) {
        try (InputStream in = open(type)) {
            return REGISTRY.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(EventType type) {
        InputStream in = Schemas.class.getResourceAsStream(type.schemaResource());
        if (in == null) {
            throw new AssertionError(type.name() + " has no " + type.schemaResource());
        }
        return in;
    }
}
