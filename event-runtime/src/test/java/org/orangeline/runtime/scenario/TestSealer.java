package org.orangeline.runtime.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.orangeline.events.Opener;
import org.orangeline.events.Sealed;
import org.orangeline.events.Sealer;

/**
 * Seals without a key and without chance: the same value in the same place gives the same text. The
 * tag is checked, so a value that was moved to another place does not open here either.
 */
public final class TestSealer implements Sealer, Opener {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    @Override
    public Sealed<?> seal(String subject, String event, String field, byte[] plaintext) {
        byte[] digest = digest(Sealed.context(subject, event, field), plaintext);
        byte[] body = Arrays.copyOf(plaintext, plaintext.length + TAG_BYTES);
        System.arraycopy(digest, NONCE_BYTES, body, plaintext.length, TAG_BYTES);
        return new Sealed<>(
                subject,
                event,
                field,
                Base64.getEncoder().encodeToString(Arrays.copyOf(digest, NONCE_BYTES)),
                Base64.getEncoder().encodeToString(body));
    }

    @Override
    public Optional<byte[]> open(Sealed<?> sealed) {
        byte[] body = Base64.getDecoder().decode(sealed.ciphertext());
        byte[] plaintext = Arrays.copyOf(body, body.length - TAG_BYTES);
        Sealed<?> again = seal(sealed.subject(), sealed.event(), sealed.field(), plaintext);
        return again.equals(sealed) ? Optional.of(plaintext) : Optional.empty();
    }

    private static byte[] digest(String context, byte[] plaintext) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(context.getBytes(StandardCharsets.UTF_8));
            return sha.digest(plaintext);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
