package org.orangeline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/** Reads the times of events: the usual form by its columns, any other as Jackson does. */
final class InstantReader extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            Instant usual = InstantText.parseColumns(json.getText());
            if (usual != null) {
                return usual;
            }
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
