package org.orangeline.intake.rest;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

/**
 * A part of a published JSON Schema, for what callers write as data and an event carries as it is.
 * What breaks the schema is refused: once written it would stay in the log for ever, and every
 * reader that holds to the schema would stumble over it.
 */
final class PublishedShape {

    /** So many places are named at once. */
    private static final int MOST_NAMED = 10;

    private final Schema schema;

    private PublishedShape(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param eventName whose schema it is
     * @param definition its name under {@code $defs}
     */
    static PublishedShape of(String eventName, String definition) {
        EventType event = EventTypes.named(eventName);
        try (InputStream in = EventType.class.getResourceAsStream(event.schemaResource())) {
            String whole =
                    new String(
                            Objects.requireNonNull(in, event.name() + " has no schema")
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            SchemaRegistry registry =
                    SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder -> builder.schemas(id -> whole));
            return new PublishedShape(
                    registry.getSchema(
                            SchemaLocation.of(event.dataSchema() + "#/$defs/" + definition)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param field what the request calls the value
     * @param value what an event would carry
     * @throws ProblemException 400, naming the places that break the schema, and never what they
     *     hold
     */
    void require(String field, Object value) {
        List<Problem.FieldError> errors =
                schema
                        .validate(
                                new String(EventCodec.canonical(value), StandardCharsets.UTF_8),
                                InputFormat.JSON,
                                run ->
                                        run.executionConfig(
                                                config -> config.formatAssertionsEnabled(true)))
                        .stream()
                        .sorted(Comparator.comparing(error -> place(field, error)))
                        .limit(MOST_NAMED)
                        .map(error -> new Problem.FieldError(place(field, error), message(error)))
                        .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.fields(errors);
        }
    }

    private static String place(String field, Error error) {
        String inside = error.getInstanceLocation().toString().replace('/', '.');
        return field + inside + (error.getProperty() == null ? "" : "." + error.getProperty());
    }

    private static String message(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "is missing";
            case "minLength", "minItems" -> "is empty";
            case "pattern" -> "does not have the form that the published schema says";
            default -> "breaks \"" + error.getKeyword() + "\" of the published schema";
        };
    }
}
