package org.orangeline.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An event as it once went to the log, kept in {@code src/test/resources/golden}.
 *
 * @param type the event's type
 * @param headers in the order of the file
 * @param payload as compact JSON: the bytes of the record's value
 * @param hash what the next event of the partition names as its previous hash
 */
record Golden(
        EventType type, SequencedMap<String, String> headers, ObjectNode payload, String hash) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when there is no such file. */
    static Optional<byte[]> bytes(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Golden read(String file) {
        try {
            JsonNode json = JSON.readTree(bytes(file).orElseThrow());
            var headers = new LinkedHashMap<String, String>();
            for (Map.Entry<String, JsonNode> header : json.get("headers").properties()) {
                headers.put(header.getKey(), header.getValue().textValue());
            }
            return new Golden(
                    EventTypes.named(file.substring(0, file.indexOf('.'))),
                    headers,
                    (ObjectNode) json.get("payload"),
                    json.get("hash").textValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a golden file of this event would hold. */
    static String propose(DomainEvent sealed) {
        Envelope envelope = Samples.envelope(sealed);
        byte[] value = EventCodec.encode(sealed, null);
        try {
            ObjectNode json = JSON.createObjectNode();
            json.set("headers", JSON.valueToTree(envelope.headers()));
            json.set("payload", JSON.readTree(value));
            json.put(
                    "hash",
                    EventChain.hash(
                            EventTypes.of(sealed).topic(), sealed.subject(), envelope, value));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DomainEvent decode(JsonNode changed) {
        return EventCodec.decode(
                type,
                Envelope.from(headers).subject(),
                changed.toString().getBytes(StandardCharsets.UTF_8));
    }

    DomainEvent decode() {
        return decode(payload);
    }
}
