package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Optional;
import org.orangeline.events.SaidText;

/**
 * Texts of bodies: JSON strings only, in the form in which they are stored. Half of a surrogate
 * pair is no text: as UTF-8 it would become a question mark, and another text than was signed.
 */
final class StrictTexts extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** The first byte in UTF-8 of U+D000 to U+DFFF, surrogates among them. */
    private static final byte MAY_BE_SURROGATE = (byte) 0xED;

    StrictTexts() {
        super("strict texts");
        addDeserializer(String.class, new Text());
    }

    /**
     * Where the first text stands that is not whole, as a JSON pointer; empty when all are.
     *
     * @throws IOException when it is no JSON
     */
    static Optional<String> broken(byte[] bytes, JsonFactory json) throws IOException {
        if (!mayBeBroken(bytes)) {
            return Optional.empty();
        }
        try (JsonParser parser = json.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (text && !SaidText.isWhole(parser.getText())) {
                    return Optional.of(
                            token == JsonToken.FIELD_NAME
                                    ? "…"
                                    : parser.getParsingContext().pathAsPointer().toString());
                }
            }
            return Optional.empty();
        }
    }

    private static boolean mayBeBroken(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped = bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] == 'u';
            if (escaped || bytes[i] == MAY_BE_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            return SaidText.stored(json.getText());
        }
    }
}
