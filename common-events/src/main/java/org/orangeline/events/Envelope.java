package org.orangeline.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who, when and why of an event: CloudEvents 1.0 attributes in binary mode, one Kafka header each,
 * with the prefix {@code ce_}.
 *
 * @param id UUIDv7 of this event
 * @param type CloudEvents type, {@code org.orangeline.<Event>}
 * @param source the id of the service that wrote it
 * @param subject the person, facility or operation
 * @param time the server's clock when it was decided; never steps back within a partition
 * @param dataSchema name of the payload's schema
 * @param sequence 1, 2, 3 ... per service and partition, over all its topics, without gaps
 * @param operation the emergency it belongs to
 * @param actor {@code human:<sub>} or {@code machine:<sub>}
 * @param commandId the command that caused it; the key of idempotency
 * @param causationId the event that caused a reaction, else the command id
 * @param commandHash keyed hash of the command's content; where something is sealed in its events,
 *     bound to the keys of those whom that is about
 * @param knownThrough the last sequence of each upstream service that the writer had learned, as
 *     {@code intake-service:12,placement-service:3}
 * @param previousHash SHA-256 of the event before it in the service's partition, hex
 */
public record Envelope(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String dataSchema,
        long sequence,
        String operation,
        String actor,
        String commandId,
        String causationId,
        String commandHash,
        String knownThrough,
        String previousHash) {

    /** CloudEvents version, header {@code ce_specversion}. */
    public static final String SPEC_VERSION = "1.0";

    /** The previous hash of a partition's first event. */
    public static final String NO_HASH = "0".repeat(64);

    /** The same under another number, to be shown; the log and its chain know this one only. */
    public Envelope numbered(long number) {
        return number == sequence
                ? this
                : new Envelope(
                        id,
                        type,
                        source,
                        subject,
                        time,
                        dataSchema,
                        number,
                        operation,
                        actor,
                        commandId,
                        causationId,
                        commandHash,
                        knownThrough,
                        previousHash);
    }

    /** The headers in the fixed order that the hash chain uses. */
    public SequencedMap<String, String> headers() {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        byte[][] texts = EnvelopeHeaders.write(this);
        for (int slot = 0; slot < texts.length; slot++) {
            headers.put(
                    EnvelopeHeaders.names().get(slot),
                    new String(texts[slot], StandardCharsets.UTF_8));
        }
        return headers;
    }

    /**
     * The envelope that a record's headers carry; headers without the prefix {@code ce_} are not
     * part of it.
     *
     * @throws IllegalArgumentException when a header is missing, malformed, or a {@code ce_} header
     *     that the chain does not cover; the message names the header and never its content
     */
    public static Envelope from(Map<String, String> headers) {
        byte[][] texts = new byte[EnvelopeHeaders.names().size()][];
        headers.forEach((name, text) -> {
            int slot = EnvelopeHeaders.slot(name);
            if (slot >= 0) {
                texts[slot] = text.getBytes(StandardCharsets.UTF_8);
            }
        });
        return EnvelopeHeaders.read(texts);
    }
}
