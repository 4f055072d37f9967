package org.orangeline.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sealed value: AES-256-GCM under the subject's key. The authenticated context is the subject,
 * the event and the field, so a ciphertext cannot be moved to another person, event or field. On
 * the wire only {@code iv} and {@code ciphertext} are written, in base64; the rest is where it was
 * found. In memory they are bytes: a view holds one for each person.
 *
 * @param <T> what is inside
 */
public final class Sealed<T> implements Confidential<T> {

    /** The algorithm's name on the wire. */
    public static final String ALGORITHM = "A256GCM";

    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final String subject;
    private final String event;
    private final String field;
    private final byte[] ivAndCiphertext;

    /**
     * @param subject whose key seals it
     * @param event the event's name
     * @param field JSON pointer of the field within the payload
     * @param iv 12 bytes, base64
     * @param ciphertext with the 16-byte tag at its end, base64
     * @throws IllegalArgumentException when iv or ciphertext cannot be what they are said to be
     */
    public Sealed(String subject, String event, String field, String iv, String ciphertext) {
        this(subject, event, field, decoded("iv", iv), decoded("ciphertext", ciphertext));
    }

    /** The same of bytes. */
    public Sealed(String subject, String event, String field, byte[] iv, byte[] ciphertext) {
        this.subject = Objects.requireNonNull(subject);
        this.event = Objects.requireNonNull(event);
        this.field = Objects.requireNonNull(field);
        if (iv.length != IV_BYTES) {
            throw new IllegalArgumentException("iv must be 12 bytes");
        }
        if (ciphertext.length < TAG_BYTES) {
            throw new IllegalArgumentException("ciphertext must hold a tag");
        }
        this.ivAndCiphertext = Arrays.copyOf(iv, IV_BYTES + ciphertext.length);
        System.arraycopy(ciphertext, 0, ivAndCiphertext, IV_BYTES, ciphertext.length);
    }

    private static byte[] decoded(String name, String base64) {
        // Java's decoder would do without the padding.
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException(name + " must be base64");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Without what stands there.
            throw new IllegalArgumentException(name + " must be base64");
        }
    }

    /** Whose key seals it. */
    @JsonProperty
    public String subject() {
        return subject;
    }

    /** The name of the event that it stands in. */
    @JsonProperty
    public String event() {
        return event;
    }

    /** JSON pointer of the field within the payload. */
    @JsonProperty
    public String field() {
        return field;
    }

    /** 12 bytes, base64. */
    @JsonProperty
    public String iv() {
        return Base64.getEncoder().encodeToString(ivBytes());
    }

    /** With the 16-byte tag at its end, base64. */
    @JsonProperty
    public String ciphertext() {
        return Base64.getEncoder().encodeToString(ciphertextBytes());
    }

    /** 12 bytes. */
    public byte[] ivBytes() {
        return Arrays.copyOf(ivAndCiphertext, IV_BYTES);
    }

    /** With the 16-byte tag at its end. */
    public byte[] ciphertextBytes() {
        return Arrays.copyOfRange(ivAndCiphertext, IV_BYTES, ivAndCiphertext.length);
    }

    /** What the ciphertext is bound to. */
    public String context() {
        return context(subject, event, field);
    }

    /** What a ciphertext is bound to: newline-separated, since none of the parts can hold one. */
    public static String context(String subject, String event, String field) {
        return subject + "\n" + event + "\n" + field;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sealed<?> sealed
                && subject.equals(sealed.subject)
                && event.equals(sealed.event)
                && field.equals(sealed.field)
                && Arrays.equals(ivAndCiphertext, sealed.ivAndCiphertext);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + Arrays.hashCode(ivAndCiphertext);
    }

    @Override
    public String toString() {
        return "Sealed[" + event + field + " of " + subject + "]";
    }
}
