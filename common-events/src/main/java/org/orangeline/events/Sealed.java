package org.orangeline.events;

/**
 * A sealed value: AES-256-GCM under the subject's key. The authenticated context is the subject,
 * the event and the field, so a ciphertext cannot be moved to another person, event or field. On
 * the wire only {@code iv} and {@code ciphertext} are written; the rest is where it was found.
 *
 * @param subject whose key seals it
 * @param event the event's name
 * @param field JSON pointer of the field within the payload
 * @param iv 12 bytes, base64
 * @param ciphertext with the 16-byte tag at its end, base64
 * @param <T> what is inside
 */
public record Sealed<T>(String subject, String event, String field, String iv, String ciphertext)
        implements Confidential<T> {

    /** The algorithm's name on the wire. */
    public static final String ALGORITHM = "A256GCM";

    /** What the ciphertext is bound to. */
    public String context() {
        return context(subject, event, field);
    }

    /** What a ciphertext is bound to: newline-separated, since none of the parts can hold one. */
    public static String context(String subject, String event, String field) {
        return subject + "\n" + event + "\n" + field;
    }
}
