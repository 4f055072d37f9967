package org.orangeline.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: how far a reader has come in each partition, signed and bound to the agreement. They
 * depend on nothing that the broker could forget.
 */
public final class Cursors {

    private static final String VERSION = "1";
    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;
    private final Duration life;

    public Cursors(byte[] key, Duration life) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.life = life;
    }

    /**
     * @param agreement {@code tracing-bureau/1}
     * @param after the last sequence that the reader has of each partition
     */
    public String write(String agreement, List<Long> after, Instant now) {
        String content =
                String.join(
                        " ",
                        VERSION,
                        agreement,
                        Long.toString(now.getEpochSecond()),
                        after.stream().map(String::valueOf).collect(Collectors.joining(",")));
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        byte[] mac = mac(bytes);
        byte[] both = Arrays.copyOf(mac, mac.length + bytes.length);
        System.arraycopy(bytes, 0, both, mac.length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * What {@link #write} wrote for the same agreement, not too long ago; else empty, without
     * saying why.
     */
    public Optional<List<Long>> read(String agreement, String cursor, Instant now) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(cursor);
            if (both.length <= MAC_BYTES) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(both, MAC_BYTES, both.length);
            if (!MessageDigest.isEqual(Arrays.copyOf(both, MAC_BYTES), mac(content))) {
                return Optional.empty();
            }
            String[] parts = new String(content, StandardCharsets.US_ASCII).split(" ");
            Instant written = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            if (!parts[0].equals(VERSION)
                    || !parts[1].equals(agreement)
                    || now.isAfter(written.plus(life))) {
                return Optional.empty();
            }
            return Optional.of(Arrays.stream(parts[3].split(",")).map(Long::valueOf).toList());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
