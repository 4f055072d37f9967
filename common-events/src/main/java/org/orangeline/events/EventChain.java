package org.orangeline.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hash chain over a service's partition. Each event names the hash of the one before it; the
 * hash covers topic, key, all {@code ce_} headers in a fixed order and the value, each with its
 * length in front, so that no two different events feed the same bytes. Offset and append time are
 * left out: a copy of the log keeps its chain.
 */
public final class EventChain {

    private EventChain() {}

    /** SHA-256 as 64 hex digits. */
    public static String hash(String topic, String key, Envelope envelope, byte[] value) {
        MessageDigest sha = sha256();
        feed(sha, topic);
        feed(sha, key);
        for (Map.Entry<String, String> header : envelope.headers().entrySet()) {
            feed(sha, header.getKey());
            feed(sha, header.getValue());
        }
        feed(sha, value);
        return HexFormat.of().formatHex(sha.digest());
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

    private static void feed(MessageDigest sha, String text) {
        feed(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void feed(MessageDigest sha, byte[] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
