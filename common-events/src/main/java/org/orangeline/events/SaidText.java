package org.orangeline.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The one definition of a text that says something: a name, a reason, a purpose, a reference, a
 * question, a note. It has a letter or a digit of any script, and no control character, no half of
 * a surrogate pair and no bidirectional override. Its length is counted in code points of its
 * composed form (NFC), which is also how it is stored.
 *
 * <p>Only what is new is asked: texts of old logs are read as they are.
 */
public final class SaidText {

    /** Whether a text may have several lines. */
    public enum Lines {
        ONE,
        MANY
    }

    private SaidText() {}

    /** The form in which a text is stored. */
    public static String stored(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Code points of the stored form. */
    public static int length(String text) {
        String stored = stored(text);
        return stored.codePointCount(0, stored.length());
    }

    /** The first code points of a text, which are never half a character. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Whether every surrogate has its other half. */
    public static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** Whether anything is said: a letter or a digit, of any script, that can be seen. */
    public static boolean says(String text) {
        return text.codePoints().anyMatch(SaidText::isLetterOrDigit);
    }

    /** Whether it is a letter or a digit that can be seen; fillers and blanks are letters too. */
    public static boolean isLetterOrDigit(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                    !isFiller(point);
            default -> false;
        };
    }

    // Hangul fillers, the blanks of hieroglyphs, and what only stretches a word (tatweel, N'Ko).
    private static boolean isFiller(int point) {
        return switch (point) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x13441, 0x13442, 0x0640, 0x07FA -> true;
            default -> false;
        };
    }

    /**
     * Why a text is refused; empty when it is good. It never quotes the text.
     *
     * @param least code points that can be seen
     * @param most code points
     */
    public static Optional<String> objection(String text, int least, int most, Lines lines) {
        if (!isWhole(text)) {
            return Optional.of("must be whole characters: half of a surrogate pair is none");
        }
        if (text.codePoints().anyMatch(point -> isControl(point, lines))) {
            return Optional.of(
                    lines == Lines.MANY
                            ? "must have no control characters other than line breaks and tabs"
                            : "must have no control characters and no line breaks");
        }
        if (text.codePoints().anyMatch(SaidText::changesDirection)) {
            return Optional.of("must have no characters that override the direction of writing");
        }
        if (text.codePoints().anyMatch(SaidText::hidesText)) {
            return Optional.of("must have no tag characters and no interlinear annotation");
        }
        if (!says(text)) {
            return Optional.of("must say something: it needs a letter or a digit");
        }
        if (least > 1 && length(seen(text).strip()) < least) {
            return Optional.of("must have at least " + least + " characters that can be seen");
        }
        return length(text) > most
                ? Optional.of("must have at most " + most + " characters")
                : Optional.empty();
    }

    private static boolean isControl(int point, Lines lines) {
        return switch (point) {
            case '\n', '\r', '\t', 0x2028, 0x2029 -> lines == Lines.ONE;
            default ->
                    Character.getType(point) == Character.CONTROL
                            || (point & 0xFFFE) == 0xFFFE
                            || point >= 0xFDD0 && point <= 0xFDEF;
        };
    }

    // Embeddings, overrides and isolates; the marks (U+200E, U+200F, U+061C) are harmless.
    private static boolean changesDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    // A whole text can be written in tags, and annotations are not shown: nobody would see it.
    private static boolean hidesText(int point) {
        return point >= 0xE0000 && point <= 0xE007F || point >= 0xFFF9 && point <= 0xFFFB;
    }

    /**
     * A text without what nobody sees, for comparing: joiners, soft hyphens, direction marks,
     * variation selectors. Some scripts need the joiners, so they stay in what is stored.
     */
    public static String seen(String text) {
        if (text.codePoints().noneMatch(SaidText::isUnseen)) {
            return text;
        }
        return text.codePoints()
                .filter(point -> !isUnseen(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || isFiller(point)
                || point == 0x034F
                || point == 0x17B4
                || point == 0x17B5
                || point >= 0x180B && point <= 0x180F
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0100 && point <= 0xE01EF;
    }

    /**
     * What two texts that say the same have in common: compatible forms, capitals, punctuation,
     * spaces and what nobody sees make no difference.
     */
    public static String folded(String text) {
        String folded =
                Normalizer.normalize(
                        Normalizer.normalize(seen(text), Normalizer.Form.NFKC)
                                .toUpperCase(Locale.ROOT)
                                .toLowerCase(Locale.ROOT),
                        Normalizer.Form.NFKC);
        return folded.codePoints()
                .filter(point -> isLetterOrDigit(point) || isMark(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * A number as people write it, for comparing: letters as capitals, digits of any script as 0 to
     * 9, and nothing else.
     */
    public static String number(String text) {
        StringBuilder number = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(SaidText::isLetterOrDigit)
                .forEach(point -> {
                    if (Character.isDigit(point)) {
                        number.append(Character.digit(point, 10));
                    } else {
                        number.appendCodePoint(point);
                    }
                });
        return number.toString();
    }
}
