package org.orangeline.screening.questionnaire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orangeline.events.SaidText;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.Wording;

/**
 * S1: a question is asked in words. It has two words and four letters, three of them different; in
 * a script without spaces between words, three letters are enough. No two questions have the same
 * text in any language: capitals, punctuation, spaces, compatible forms of letters and what nobody
 * sees make no other question.
 */
final class Wordings {

    private static final int WORDS = 2;
    private static final int LETTERS = 4;
    private static final int LETTERS_WITHOUT_SPACES = 3;
    private static final int DIFFERENT = 3;
    private static final int LONGEST = 1_000;

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
            Set.of(
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA,
                    Character.UnicodeScript.THAI,
                    Character.UnicodeScript.LAO,
                    Character.UnicodeScript.KHMER,
                    Character.UnicodeScript.MYANMAR,
                    Character.UnicodeScript.TIBETAN);

    private static final Map<String, String> SHORT_CODES = shortCodes();

    private Wordings() {}

    /** What is wrong with the wordings; never quotes one. */
    static Optional<String> wrong(List<Question> questions) {
        Map<String, String> asked = new HashMap<>();
        for (Question question : questions) {
            Set<String> languages = new HashSet<>();
            for (Wording wording : question.text()) {
                Optional<String> canonical = canonical(wording.language());
                if (canonical.isEmpty()) {
                    return Optional.of("A language is named by a BCP 47 tag.");
                }
                if (!languages.add(canonical.get())) {
                    return Optional.of("A question has one wording for each of its languages.");
                }
                if (!asks(wording.text())) {
                    return Optional.of(
                            "A question has two words at least, and four letters of which three are"
                                    + " different.");
                }
                String other = asked.putIfAbsent(SaidText.folded(wording.text()), question.id());
                if (other != null && !other.equals(question.id())) {
                    return Optional.of("Two questions ask the same.");
                }
            }
            if (languages.isEmpty()) {
                return Optional.of("A question has one wording for each of its languages.");
            }
        }
        return Optional.empty();
    }

    private static boolean asks(String text) {
        if (SaidText.objection(text, 1, LONGEST, SaidText.Lines.MANY).isPresent()) {
            return false;
        }
        int[] letters =
                SaidText.seen(text)
                        .codePoints()
                        .filter(point ->
                                Character.isLetter(point) && SaidText.isLetterOrDigit(point))
                        .map(Character::toLowerCase)
                        .toArray();
        boolean spaced =
                Arrays.stream(letters)
                        .mapToObj(Character.UnicodeScript::of)
                        .noneMatch(WITHOUT_SPACES::contains);
        long words =
                SaidText.seen(text)
                        .codePoints()
                        .mapToObj(point -> SaidText.isLetterOrDigit(point) ? "a" : between(point))
                        .collect(Collectors.joining())
                        .split(" +")
                        .length;
        return Arrays.stream(letters).distinct().count() >= DIFFERENT
                && (spaced
                        ? letters.length >= LETTERS && words >= WORDS
                        : letters.length >= LETTERS_WITHOUT_SPACES);
    }

    // A vowel sign or an apostrophe within a word divides nothing.
    private static String between(int point) {
        int type = Character.getType(point);
        boolean within =
                type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK
                        || point == '\''
                        || point == 0x2019;
        return within ? "" : " ";
    }

    /** The one spelling of a language's tag; empty when it is none. */
    static Optional<String> canonical(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            if (language.isEmpty()) {
                return Optional.empty();
            }
            String known = SHORT_CODES.getOrDefault(language, language);
            return Optional.of(
                    new Locale.Builder()
                            .setLocale(locale)
                            .setLanguage(known)
                            .build()
                            .toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            codes.put(Locale.of(two).getISO3Language(), two);
        }
        return Map.copyOf(codes);
    }
}
