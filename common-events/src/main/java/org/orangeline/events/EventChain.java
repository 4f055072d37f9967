package org.orangeline.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain over a service's partition. Each event names the hash of the one before it; the
 * hash covers topic, key, all {@code ce_} headers in a fixed order and the value, each with its
 * length in front, so that no two different events feed the same bytes. Offset and append time are
 * left out: a copy of the log keeps its chain.
 */
public final class EventChain {

    private static final byte[][] NAMES =
            EnvelopeHeaders.names().stream()
                    .map(name -> name.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);

    private EventChain() {}

    /** SHA-256 as 64 hex digits. */
    public static String hash(String topic, String key, Envelope envelope, byte[] value) {
        return hash(topic, key, EnvelopeHeaders.write(envelope), value);
    }

    /**
     * The same over header texts as they stand in the log, see {@link EnvelopeHeaders#write}: a
     * replay hashes what it read.
     */
    public static String hash(String topic, String key, byte[][] headers, byte[] value) {
        byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int size = 3 * Integer.BYTES + topicBytes.length + keyBytes.length + value.length;
        for (int slot = 0; slot < headers.length; slot++) {
            size += NAMES[slot].length + 2 * Integer.BYTES + headers[slot].length;
        }
        // One buffer: the digest is much slower when it is fed in forty pieces.
        ByteBuffer all = ByteBuffer.allocate(size);
        feed(all, topicBytes);
        feed(all, keyBytes);
        for (int slot = 0; slot < headers.length; slot++) {
            feed(all, NAMES[slot]);
            feed(all, headers[slot]);
        }
        feed(all, value);
        return HexFormat.of().formatHex(sha256().digest(all.array()));
    }

    /**
     * The hash of an event that was read from the log, or written to it: an event that is read is
     * written again as it was.
     */
    public static String hash(Recorded<?> recorded) {
        EventType type = EventTypes.of(recorded.event());
        return hash(
                type.topic(),
                recorded.event().subject(),
                recorded.envelope(),
                EventCodec.encode(recorded.event(), null));
    }

    private static void feed(ByteBuffer all, byte[] bytes) {
        all.putInt(bytes.length).put(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
