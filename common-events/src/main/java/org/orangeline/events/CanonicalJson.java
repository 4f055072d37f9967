package org.orangeline.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Equal values give equal bytes: keys and sets sorted, no nulls. For digests, never for the wire.
 */
final class CanonicalJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .addModule(new SimpleModule("sets").addSerializer(new SortedSets()))
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private CanonicalJson() {}

    static byte[] write(Object value) throws JacksonException {
        return MAPPER.writeValueAsBytes(value);
    }

    static void write(Object value, OutputStream out) throws IOException {
        MAPPER.writeValue(out, value);
    }

    /** {@code Set.of} walks in another order in every process. */
    @SuppressWarnings("rawtypes")
    private static final class SortedSets extends StdSerializer<Set> {

        private static final long serialVersionUID = 1;

        SortedSets() {
            super(Set.class);
        }

        @Override
        public void serialize(Set values, JsonGenerator json, SerializerProvider context)
                throws IOException {
            var sorted = new TreeSet<String>();
            for (Object value : values) {
                sorted.add(MAPPER.writeValueAsString(value));
            }
            json.writeStartArray();
            for (String value : sorted) {
                json.writeRawValue(value);
            }
            json.writeEndArray();
        }
    }
}
