package org.orangeline.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of headers: decoded strictly, and the forms that they must have. */
final class HeaderText {

    /** What a decoder puts in the place of bytes that are no text. */
    private static final char UNREADABLE = '\uFFFD';

    private static final int SHARED = 1 << 10;
    private static final int LONGEST_SHARED = 128;
    private static final int HASH_DIGITS = 64;
    private static final int UUID_DIGITS = 36;
    private static final int NUMBER_DIGITS = 18;
    private static final String TYPE = "org.orangeline.";

    // Written without a lock: a string is safely published by itself, and a lost entry is made
    // again.
    private static final Shared[] KEPT = new Shared[SHARED];

    private HeaderText() {}

    /** Whether a text has the form of its header. */
    @FunctionalInterface
    interface Form {
        boolean fits(String text);
    }

    /**
     * @throws IllegalArgumentException when the bytes are not UTF-8
     */
    static String of(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return decoded(bytes);
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(UNREADABLE) >= 0) {
            throw new IllegalArgumentException("a header is not UTF-8");
        }
        return text;
    }

    /** The same text for the same bytes, as long as it is in use. */
    static String shared(byte[] bytes) {
        if (bytes.length > LONGEST_SHARED) {
            return of(bytes);
        }
        int hash = Arrays.hashCode(bytes);
        int place = (hash ^ (hash >>> 16)) & (SHARED - 1);
        Shared kept = KEPT[place];
        if (kept != null && Arrays.equals(kept.bytes, bytes)) {
            return kept.text;
        }
        String text = of(bytes);
        KEPT[place] = new Shared(bytes.clone(), text);
        return text;
    }

    static boolean isPresent(String text) {
        return !text.isBlank();
    }

    static boolean isHash(String text) {
        return text.length() == HASH_DIGITS && isHex(text, 0, HASH_DIGITS);
    }

    static boolean isUuid(String text) {
        if (text.length() != UUID_DIGITS) {
            return false;
        }
        for (int i = 0; i < UUID_DIGITS; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isType(String text) {
        if (!text.startsWith(TYPE) || text.length() == TYPE.length()) {
            return false;
        }
        for (int i = TYPE.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(isDigit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    static boolean isActor(String text) {
        return after(text, "human:") || after(text, "machine:");
    }

    private static boolean after(String text, String prefix) {
        return text.startsWith(prefix)
                && text.length() > prefix.length()
                && text.chars().noneMatch(HeaderText::endsLine);
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** {@code service:12,other:3}, or nothing. */
    static boolean isKnownThrough(String text) {
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            if (colon <= at || colon >= end || !isName(text, at, colon)) {
                return false;
            }
            if (end - colon - 1 > NUMBER_DIGITS || !isDigits(text, colon + 1, end)) {
                return false;
            }
            if (comma == text.length() - 1) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '-' && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    /** A positive number without leading zeros. */
    static boolean isNumber(String text) {
        return isDigits(text, 0, text.length()) && text.charAt(0) != '0';
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f';
    }

    /** Its fields are final, so whoever sees it sees both. */
    private static final class Shared {

        private final byte[] bytes;
        private final String text;

        Shared(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }
    }
}
