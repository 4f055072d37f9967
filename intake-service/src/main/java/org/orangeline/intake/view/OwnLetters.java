package org.orangeline.intake.view;

/**
 * A word in the letters of its own script, one {@code char} each, as the comparison of sounds
 * counts them. Letters beyond the first plane get one of the private area; within a script no two
 * get the same.
 */
final class OwnLetters {

    private static final int PRIVATE = 0xE000;
    private static final int PRIVATE_LETTERS = 6400;

    private OwnLetters() {}

    static String of(String word) {
        StringBuilder letters = new StringBuilder();
        word.codePoints().filter(OwnLetters::counts).forEach(point -> letters.append(one(point)));
        return letters.toString();
    }

    private static boolean counts(int point) {
        return Character.isLetter(point) || (isMark(point) && !isLeftOut(point));
    }

    private static char one(int point) {
        return Character.isBmpCodePoint(point)
                ? (char) point
                : (char) (PRIVATE + point % PRIVATE_LETTERS);
    }

    /** Marks are most scripts' vowels. */
    static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    // Tones and lengths, which people write or leave out.
    private static boolean isLeftOut(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case ADLAM, NKO, HANIFI_ROHINGYA -> true;
            default -> false;
        };
    }
}
