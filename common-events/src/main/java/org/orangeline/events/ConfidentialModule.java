package org.orangeline.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Seals confidential values while they are written, and binds sealed ones to where they stood. */
@SuppressWarnings("rawtypes")
final class ConfidentialModule extends SimpleModule {

    static final String SEALER = "orangeline.sealer";
    static final String EVENT = "orangeline.event";
    static final String SUBJECT = "orangeline.subject";

    private static final long serialVersionUID = 1;

    ConfidentialModule() {
        super("confidential");
        addSerializer(new Serializer());
        addDeserializer(Confidential.class, new Deserializer());
    }

    private static String text(@Nullable Object attribute) throws IOException {
        if (attribute instanceof String text) {
            return text;
        }
        throw new IOException("confidential values stand in events only");
    }

    private static final class Serializer extends StdSerializer<Confidential> {

        private static final long serialVersionUID = 1;

        Serializer() {
            super(Confidential.class);
        }

        @Override
        public void serialize(Confidential value, JsonGenerator json, SerializerProvider context)
                throws IOException {
            String subject = text(context.getAttribute(SUBJECT));
            String event = text(context.getAttribute(EVENT));
            String field = json.getOutputContext().pathAsPointer().toString();
            Sealed<?> sealed =
                    switch (value) {
                        case Sealed<?> already -> already;
                        case Clear<?> clear -> {
                            if (!(context.getAttribute(SEALER) instanceof Sealer sealer)) {
                                throw JsonMappingException.from(
                                        json, "a clear value needs a sealer");
                            }
                            yield sealer.seal(
                                    subject,
                                    event,
                                    field,
                                    ((ObjectMapper) json.getCodec())
                                            .writeValueAsBytes(clear.value()));
                        }
                    };
            if (!sealed.context().equals(Sealed.context(subject, event, field))) {
                // Nobody could ever open it: better no event than a value that is lost.
                throw JsonMappingException.from(json, "sealed for another place");
            }
            json.writeStartObject();
            json.writeStringField("sealed", Sealed.ALGORITHM);
            json.writeStringField("iv", sealed.iv());
            json.writeStringField("ciphertext", sealed.ciphertext());
            json.writeEndObject();
        }
    }

    private static final class Deserializer extends StdDeserializer<Confidential> {

        private static final long serialVersionUID = 1;
        private static final Map<String, String> PLACES = new ConcurrentHashMap<>();

        Deserializer() {
            super(Confidential.class);
        }

        @Override
        public Confidential deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                throw JsonMappingException.from(json, "not a sealed value");
            }
            String field = place(json.getParsingContext().getParent());
            String algorithm = null;
            String iv = null;
            String ciphertext = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                String text = value == JsonToken.VALUE_STRING ? json.getText() : null;
                switch (name) {
                    case "sealed" -> algorithm = text;
                    case "iv" -> iv = text;
                    case "ciphertext" -> ciphertext = text;
                    default -> {}
                }
                json.skipChildren();
            }
            if (!Sealed.ALGORITHM.equals(algorithm) || iv == null || ciphertext == null) {
                throw JsonMappingException.from(json, "not a sealed value");
            }
            return new Sealed<>(
                    text(context.getAttribute(SUBJECT)),
                    text(context.getAttribute(EVENT)),
                    field,
                    iv,
                    ciphertext);
        }

        // A handful of distinct ones, millions of times.
        private static String place(JsonStreamContext at) {
            boolean ofRoot = at.inObject() && at.getParent() != null && at.getParent().inRoot();
            return ofRoot
                    ? PLACES.computeIfAbsent(
                            at.getCurrentName(), unused -> at.pathAsPointer().toString())
                    : at.pathAsPointer().toString().intern();
        }
    }
}
