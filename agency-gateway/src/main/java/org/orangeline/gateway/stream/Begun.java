package org.orangeline.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Versions;

/**
 * What each version of an agreement said when its feed was begun. A feed is a function of its
 * agreement: with another content under the same version, what was told before and what would be
 * told now do not belong together.
 */
final class Begun {

    private static final String KEY = "/agreement";

    private final Map<String, String> digests = new HashMap<>();

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
        return agreement.digest().getBytes(StandardCharsets.US_ASCII);
    }

    /** As it was read. */
    void put(String key, byte[] value) {
        digests.put(
                key.substring(0, key.length() - KEY.length()),
                new String(value, StandardCharsets.US_ASCII));
    }

    Versions versions() {
        return new Versions(digests);
    }
}
