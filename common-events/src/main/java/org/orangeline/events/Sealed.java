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

    private static final int IV_CHARACTERS = 16;
    private static final int SHORTEST_CIPHERTEXT = 24;
    private static final boolean[] BASE64 = new boolean[128];

    static {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        digits.chars().forEach(digit -> BASE64[digit] = true);
    }

    /**
     * @throws IllegalArgumentException when iv or ciphertext cannot be what they are said to be
     */
    public Sealed {
        if (iv.length() != IV_CHARACTERS || iv.endsWith("=") || !isBase64(iv)) {
            throw new IllegalArgumentException("iv must be 12 bytes in base64");
        }
        if (ciphertext.length() < SHORTEST_CIPHERTEXT
                || ciphertext.length() % 4 != 0
                || !isBase64(ciphertext)) {
            throw new IllegalArgumentException("ciphertext must be base64 and hold a tag");
        }
    }

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

    private static boolean isBase64(String text) {
        int end = text.endsWith("==") ? text.length() - 2 : text.length();
        end = end == text.length() && text.endsWith("=") ? end - 1 : end;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= BASE64.length || !BASE64[c]) {
                return false;
            }
        }
        return true;
    }
}
