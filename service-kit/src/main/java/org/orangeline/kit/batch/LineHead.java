package org.orangeline.kit.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.PathId;

/**
 * Which item a line is that cannot be read as one: the tablet never sends it again, and its cursor
 * goes on.
 *
 * @param itemId null where the line tells none
 * @param deviceId null where the line tells none
 * @param deviceSequence 0 where the line tells none
 */
record LineHead(@Nullable UUID itemId, @Nullable String deviceId, long deviceSequence) {

    static final LineHead NONE = new LineHead(null, null, 0);

    private static final int LONGEST_NAME = 100;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Lines.MOST_BYTES)
                                    .maxNameLength(Lines.MOST_BYTES)
                                    .maxStringLength(Lines.MOST_BYTES)
                                    .maxNumberLength(Lines.MOST_BYTES)
                                    .build())
                    .build();

    /** What is told before the first place that is no JSON. */
    static LineHead of(Lines.Line line) {
        UUID itemId = null;
        String deviceId = null;
        long sequence = 0;
        try (JsonParser json = JSON.createParser(line.batch(), line.from(), line.size())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return NONE;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                boolean isText = value == JsonToken.VALUE_STRING;
                switch (field) {
                    case "itemId" -> itemId = isText ? id(json.getText()) : null;
                    case "deviceId" -> deviceId = isText ? json.getText() : null;
                    case "deviceSequence" -> sequence = sequence(json, value);
                    default -> {
                        JsonParser unused = json.skipChildren();
                    }
                }
            }
        } catch (IOException e) {
            // What was told before it counts.
        }
        return new LineHead(itemId, deviceId, sequence);
    }

    private static @Nullable UUID id(String text) {
        return text.length() < LONGEST_NAME && PathId.isUuid(text) ? UUID.fromString(text) : null;
    }

    private static long sequence(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            JsonParser unused = json.skipChildren();
            return 0;
        }
        long sequence = json.getLongValue();
        return sequence < 1 || sequence > Item.MOST_SEQUENCE ? 0 : sequence;
    }
}
