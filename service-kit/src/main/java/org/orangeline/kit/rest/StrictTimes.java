package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * Times and dates of bodies: ISO 8601 text of the years 1850 to 2199, which is the Gregorian
 * calendar: a year of another one is a slip of a tablet's settings. A number is no time, since
 * nobody can see whether it was meant in seconds; and what the schemas could not hold must never be
 * recorded.
 */
final class StrictTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2199;

    StrictTimes() {
        super("strict times");
        addDeserializer(
                Instant.class,
                new Text<>(
                        Instant.class,
                        text -> OffsetDateTime.parse(text).toInstant(),
                        StrictTimes::year));
        addDeserializer(
                LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse, LocalDate::getYear));
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static final class Text<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;
        private final transient Function<T, Integer> year;

        Text(Class<T> type, Function<String, T> parse, Function<T, Integer> year) {
            super(type);
            this.parse = parse;
            this.year = year;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    T value = parse.apply(json.getText());
                    int of = year.apply(value);
                    if (of >= FIRST_YEAR && of <= LAST_YEAR) {
                        return value;
                    }
                } catch (DateTimeException e) {
                    // the same answer as for a year that cannot be
                }
            }
            throw context.weirdStringException("", handledType(), "must be a date of ISO 8601");
        }
    }
}
