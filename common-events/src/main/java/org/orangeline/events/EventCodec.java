package org.orangeline.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * JSON of the events. Confidential values are sealed while they are written: a clear value that
 * meets no {@link Sealer} is an error, never plain text. Fields that a reader does not know are
 * ignored, so that additive changes pass; a missing required field is an error.
 */
public final class EventCodec {

    private static final String SEALER = "orangeline.sealer";
    private static final String EVENT = "orangeline.event";
    private static final String SUBJECT = "orangeline.subject";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .addModule(confidentialModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    private EventCodec() {}

    /**
     * @return the payload as UTF-8 JSON, confidential values sealed
     * @throws UncheckedIOException when the event cannot be written
     */
    public static byte[] encode(DomainEvent event, Sealer sealer) {
        try {
            return MAPPER.writer()
                    .withAttribute(SEALER, sealer)
                    .withAttribute(EVENT, EventTypes.of(event).name())
                    .withAttribute(SUBJECT, event.subject())
                    .writeValueAsBytes(event);
        } catch (JacksonException e) {
            // The cause's message could quote the payload.
            throw new UncheckedIOException(
                    new IOException(
                            EventTypes.of(event).name()
                                    + " cannot be written: "
                                    + e.getClass().getSimpleName()));
        }
    }

    /**
     * @param subject the envelope's subject: sealed values are bound to it
     * @throws UncheckedIOException when the payload is not this event
     */
    public static DomainEvent decode(EventType type, String subject, byte[] payload) {
        try {
            DomainEvent event =
                    MAPPER.readerFor(type.eventClass())
                            .withAttribute(EVENT, type.name())
                            .withAttribute(SUBJECT, subject)
                            .readValue(payload);
            return Objects.requireNonNull(event, "payload is null");
        } catch (IOException e) {
            // The location's source could quote the payload.
            throw new UncheckedIOException(
                    new IOException(
                            type.name() + " cannot be read: " + e.getClass().getSimpleName()));
        }
    }

    /** Opens a confidential value; empty when its key is gone. */
    public static <T> Optional<T> open(Confidential<T> confidential, Class<T> type, Opener opener) {
        return switch (confidential) {
            case Clear<T> clear -> Optional.of(clear.value());
            case Sealed<T> sealed -> opener.open(sealed).map(json -> read(json, type));
        };
    }

    /**
     * A value as canonical JSON, for digests and content hashes: confidential values as they are.
     */
    public static byte[] canonical(Object value) {
        try {
            return CanonicalJson.write(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a data file such as a grouping plan. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException(type.getSimpleName() + " cannot be read"));
        }
    }

    private static SimpleModule confidentialModule() {
        return new SimpleModule("confidential")
                .addSerializer(new ConfidentialSerializer())
                .addDeserializer(Confidential.class, new ConfidentialDeserializer());
    }

    @SuppressWarnings("rawtypes")
    private static final class ConfidentialSerializer extends StdSerializer<Confidential> {

        ConfidentialSerializer() {
            super(Confidential.class);
        }

        @Override
        public void serialize(Confidential value, JsonGenerator json, SerializerProvider context)
                throws IOException {
            Sealed<?> sealed =
                    value instanceof Clear<?> clear
                            ? seal(clear, json, context)
                            : (Sealed<?>) value;
            json.writeStartObject();
            json.writeStringField("sealed", Sealed.ALGORITHM);
            json.writeStringField("iv", sealed.iv());
            json.writeStringField("ciphertext", sealed.ciphertext());
            json.writeEndObject();
        }

        private static Sealed<?> seal(
                Clear<?> clear, JsonGenerator json, SerializerProvider context) throws IOException {
            if (!(context.getAttribute(SEALER) instanceof Sealer sealer)) {
                throw new IOException("a confidential value must be sealed before it is written");
            }
            return sealer.seal(
                    (String) context.getAttribute(SUBJECT),
                    (String) context.getAttribute(EVENT),
                    json.getOutputContext().pathAsPointer().toString(),
                    MAPPER.writeValueAsBytes(clear.value()));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class ConfidentialDeserializer extends StdDeserializer<Confidential> {

        ConfidentialDeserializer() {
            super(Confidential.class);
        }

        @Override
        public Confidential deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            String field = json.getParsingContext().getParent().pathAsPointer().toString();
            JsonNode node = context.readTree(json);
            if (!Sealed.ALGORITHM.equals(node.path("sealed").asText())
                    || !node.hasNonNull("iv")
                    || !node.hasNonNull("ciphertext")) {
                throw new IOException("not a sealed value");
            }
            return new Sealed<>(
                    String.valueOf(context.getAttribute(SUBJECT)),
                    String.valueOf(context.getAttribute(EVENT)),
                    field.intern(),
                    node.get("iv").asText(),
                    node.get("ciphertext").asText());
        }
    }
}
