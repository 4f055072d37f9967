package org.orangeline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads texts, times and days. Those of an event are shared; what was opened with a person's key is
 * not.
 */
final class ValueReaders extends SimpleModule {

    private static final long serialVersionUID = 1;

    ValueReaders() {
        super("values");
        addDeserializer(String.class, new Reader<>(String.class, StringDeserializer.instance));
        addDeserializer(
                LocalDate.class, new Reader<>(LocalDate.class, LocalDateDeserializer.INSTANCE));
        addDeserializer(Instant.class, new Reader<>(Instant.class, new InstantReader()));
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient JsonDeserializer<T> usual;

        Reader(Class<T> type, JsonDeserializer<T> usual) {
            super(type);
            this.usual = usual;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            T value = usual.deserialize(json, context);
            if (value == null || context.getAttribute(ConfidentialModule.EVENT) == null) {
                return value;
            }
            return value instanceof String text
                    ? cast(SharedValues.of(text))
                    : SharedValues.shared(value);
        }

        @SuppressWarnings("unchecked") // of the class that it is a reader for
        private T cast(String text) {
            return (T) text;
        }

        // What an empty text or a number may stand for is decided by this.
        @Override
        public LogicalType logicalType() {
            return usual.logicalType();
        }
    }
}
