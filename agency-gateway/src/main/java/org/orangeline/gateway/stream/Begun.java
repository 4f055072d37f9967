package org.orangeline.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.orangeline.agreement.Agreement;
import org.orangeline.events.EventCodec;

/**
 * What each version of an agreement said when its feed was begun. A feed is a function of its
 * agreement: with another content under the same version, what was told before and what would be
 * told now do not belong together.
 */
final class Begun {

    private static final String KEY = "/agreement";

    private final Map<String, String> hashes = new HashMap<>();

    /** Whether a key of the topic of positions is one of these. */
    static boolean isKey(String key) {
        return key.endsWith(KEY);
    }

    /** The key under which it stands in the topic of positions. */
    static String key(Agreement agreement) {
        return agreement.id() + KEY;
    }

    /** What is kept of an agreement. */
    static byte[] value(Agreement agreement) {
        return hash(agreement).getBytes(StandardCharsets.US_ASCII);
    }

    /** As it was read. */
    void put(String key, byte[] value) {
        hashes.put(key, new String(value, StandardCharsets.US_ASCII));
    }

    boolean knows(Agreement agreement) {
        return hashes.containsKey(key(agreement));
    }

    /** Whether the feed was begun under another content than this one. */
    boolean contradicts(Agreement agreement) {
        return knows(agreement) && !hash(agreement).equals(hashes.get(key(agreement)));
    }

    private static String hash(Agreement agreement) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(EventCodec.canonical(agreement)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
