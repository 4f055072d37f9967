package org.orangeline.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the events. Confidential values are sealed while they are written: a clear value that
 * meets no {@link Sealer} is an error, never plain text. Fields that a reader does not know are
 * ignored, so that additive changes pass; a missing required field is an error.
 */
public final class EventCodec {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .addModule(new ConfidentialModule())
                    .addModule(new ValueReaders())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    // No guessing: a number is not a code, a text is not a number.
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    // Putting one together costs as much as reading a small event.
    private static final ClassValue<ObjectReader> READERS =
            new ClassValue<>() {
                @Override
                protected ObjectReader computeValue(Class<?> event) {
                    return MAPPER.readerFor(event)
                            .withAttribute(ConfidentialModule.EVENT, event.getSimpleName());
                }
            };

    private EventCodec() {}

    /**
     * @param sealer for the clear values; null where an event has none
     * @return the payload as UTF-8 JSON, confidential values sealed
     * @throws UncheckedIOException when the event cannot be written; it names the field and never
     *     quotes what is in it
     */
    public static byte[] encode(DomainEvent event, @Nullable Sealer sealer) {
        String name = EventTypes.of(event).name();
        try {
            return MAPPER.writer()
                    .withAttribute(ConfidentialModule.SEALER, sealer)
                    .withAttribute(ConfidentialModule.EVENT, name)
                    .withAttribute(ConfidentialModule.SUBJECT, event.subject())
                    .writeValueAsBytes(event);
        } catch (JacksonException e) {
            throw failed(name + " cannot be written", e);
        }
    }

    /**
     * @param subject the envelope's subject: sealed values are bound to it
     * @throws UncheckedIOException when the payload is not this event or lacks a required field; it
     *     names the field and never quotes what is in it
     */
    public static DomainEvent decode(EventType type, String subject, byte[] payload) {
        String failure = type.name() + " cannot be read";
        try {
            DomainEvent event =
                    READERS.get(type.eventClass())
                            .withAttribute(ConfidentialModule.SUBJECT, subject)
                            .readValue(payload);
            return complete(event, failure);
        } catch (IOException e) {
            throw failed(failure, e);
        }
    }

    /** Opens a confidential value; empty when its key is gone. */
    public static <T> Optional<T> open(Confidential<T> confidential, Class<T> type, Opener opener) {
        return switch (confidential) {
            case Clear<T> clear -> Optional.of(clear.value());
            case Sealed<T> sealed -> opener.open(sealed).map(json -> read(json, type));
        };
    }

    /** Whether anything in a payload is sealed. */
    public static boolean holdsSealed(byte[] payload) {
        try {
            return MAPPER.readTree(payload).findValuesAsText("sealed").contains(Sealed.ALGORITHM);
        } catch (IOException e) {
            throw failed("a payload cannot be read", e);
        }
    }

    /**
     * A value as canonical JSON, for digests and content hashes: confidential values as they are.
     * Equal values give equal bytes, whatever the order of their maps and sets.
     */
    public static byte[] canonical(Object value) {
        try {
            return CanonicalJson.write(value);
        } catch (JacksonException e) {
            throw failed(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /** The same bytes to a stream. */
    public static void canonical(Object value, OutputStream out) {
        try {
            CanonicalJson.write(value, out);
        } catch (IOException e) {
            throw failed(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /**
     * Reads a data file such as a grouping plan, or what was sealed.
     *
     * @throws UncheckedIOException when it is not that type or lacks a required field
     */
    public static <T> T read(byte[] json, Class<T> type) {
        String failure = type.getSimpleName() + " cannot be read";
        try {
            return complete(MAPPER.readValue(json, type), failure);
        } catch (IOException e) {
            throw failed(failure, e);
        }
    }

    // Jackson hands null to a record whose field is missing, so it is looked for afterwards.
    private static <T> T complete(@Nullable T value, String failure) throws IOException {
        if (value == null) {
            throw new UncheckedIOException(new IOException(failure + ": it is null"));
        }
        Optional<String> missing = RequiredFields.firstMissing(value);
        if (missing.isPresent()) {
            throw new UncheckedIOException(
                    new IOException(failure + ": " + missing.get() + " is missing"));
        }
        return value;
    }

    // Where and what kind, without the cause: its message could quote the payload.
    private static UncheckedIOException failed(String failure, IOException cause) {
        StringBuilder where = new StringBuilder();
        if (cause instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                where.append('/')
                        .append(
                                step.getFieldName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getFieldName());
            }
        }
        return new UncheckedIOException(
                new IOException(
                        failure
                                + (where.isEmpty() ? "" : " at " + where)
                                + ": "
                                + cause.getClass().getSimpleName()));
    }
}
