package org.orangeline.agreement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids of one agency: HMAC-SHA-256 of the real one under the agency's own key, as a UUID of
 * version 8 (RFC 9562). The same id always gives the same one to the same agency, and nobody can
 * tell that two agencies' are of the same person.
 */
public final class Pseudonyms {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    /** Sequences begin somewhere below this, elsewhere for each agency. */
    private static final long HIGHEST_BASE = 1L << 40;

    private final SecretKeySpec key;

    /**
     * @param key 32 bytes that no other agency has
     */
    public Pseudonyms(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("an agency's key must be 32 bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A person, within the operation. */
    public UUID person(String operation, UUID person) {
        return uuid("person", operation + "\n" + person);
    }

    /** Anything else that has an id. */
    public UUID id(String operation, String id) {
        return uuid("id", operation + "\n" + id);
    }

    /** A facility whose code the agency may not see. */
    public String facility(String operation, String code) {
        return uuid("facility", operation + "\n" + code).toString();
    }

    /** An event of the feed, out of the one that it tells. */
    public UUID event(String id, int ordinal) {
        return uuid("event", id + "\n" + ordinal);
    }

    /** The sequence that the first one of a feed's partition is behind. */
    public long base(String feed, int partition) {
        long bits = uuid("sequence", feed + "\n" + partition).getMostSignificantBits() >>> 17;
        return bits % HIGHEST_BASE;
    }

    private UUID uuid(String domain, String value) {
        ByteBuffer mac = ByteBuffer.wrap(mac(domain + "\n" + value));
        long high = mac.getLong() & ~0xf000L | VERSION_8;
        long low = mac.getLong() & 0x3fffffffffffffffL | VARIANT;
        return new UUID(high, low);
    }

    private byte[] mac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
