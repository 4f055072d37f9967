package org.orangeline.agreement;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What each version of an agreement said when its feed was begun. A feed is a function of its
 * agreement: with another content under the same version, what was told before and what would be
 * told now do not belong together.
 */
public final class Begun {

    /** The gateway's topic of positions, compacted: these stand in its first partition. */
    public static final String TOPIC = "agency-gateway.positions";

    private static final String KEY = "/agreement";

    private final Map<String, String> digests = new HashMap<>();

    /** Whether a key of the topic of positions is one of these. */
    public static boolean isKey(String key) {
        return key.endsWith(KEY);
    }

    /** The key under which it stands in the topic of positions. */
    public static String key(Agreement agreement) {
        return agreement.id() + KEY;
    }

    /** What is kept of an agreement. */
    public static byte[] value(Agreement agreement) {
        return agreement.digest().getBytes(StandardCharsets.US_ASCII);
    }

    /** As it was read. */
    public void put(String key, byte[] value) {
        digests.put(
                key.substring(0, key.length() - KEY.length()),
                new String(value, StandardCharsets.US_ASCII));
    }

    public Versions versions() {
        return new Versions(digests);
    }
}
