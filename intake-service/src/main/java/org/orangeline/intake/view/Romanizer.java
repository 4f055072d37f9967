package org.orangeline.intake.view;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.orangeline.events.SaidText;

/**
 * A name in any script as words in Latin letters; in its own letters where ICU does not know the
 * script, so that it is found by its own spelling. ICU transliterates; before it Cyrillic letters
 * that it renders by a library's standard are rendered as people do, after it marks that tell
 * sounds apart become letters.
 */
final class Romanizer {

    /** Words of one name that are looked at; more are no name. */
    static final int MOST_WORDS = 12;

    private static final Map<Character, String> BEFORE =
            Map.ofEntries(
                    Map.entry('ж', "zh"),
                    Map.entry('й', "y"),
                    Map.entry('х', "kh"),
                    Map.entry('ц', "ts"),
                    Map.entry('ч', "ch"),
                    Map.entry('ш', "sh"),
                    Map.entry('щ', "sh"),
                    Map.entry('ъ', ""),
                    Map.entry('ь', ""),
                    Map.entry('ы', "y"),
                    Map.entry('э', "e"),
                    Map.entry('ю', "yu"),
                    Map.entry('я', "ya"),
                    Map.entry('ё', "yo"),
                    // Letters of Kurdish and Persian that ICU leaves as they are.
                    Map.entry('ڕ', "ر"),
                    Map.entry('ڵ', "ل"),
                    Map.entry('ۆ', "و"),
                    Map.entry('ێ', "ي"),
                    Map.entry('ە', "ه"),
                    Map.entry('ھ', "ه"),
                    Map.entry('ہ', "ه"),
                    Map.entry('ڤ', "ف"),
                    Map.entry('ı', "i"),
                    Map.entry('ـ', ""));

    /** Capitals are the sounds that Arabic writes with one letter, see {@link Phones}. */
    private static final List<Map.Entry<String, String>> AFTER =
            List.of(
                    Map.entry("kẖ", "X"),
                    Map.entry("sẖ", "S"),
                    Map.entry("gẖ", "G"),
                    Map.entry("tẖ", "P"),
                    Map.entry("dẖ", "D"),
                    Map.entry("cẖ", "C"),
                    Map.entry("zẖ", "Z"),
                    Map.entry("ẗ", "h"),
                    Map.entry("š", "sh"),
                    Map.entry("ş", "sh"),
                    Map.entry("ș", "sh"),
                    Map.entry("ŝ", "sh"),
                    Map.entry("č", "ch"),
                    Map.entry("ç", "ch"),
                    Map.entry("ž", "zh"),
                    Map.entry("ğ", "gh"));

    private static final Pattern HARAKAT = Pattern.compile("[\\u064B-\\u065F\\u0670]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʿʾʹʺ`´]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'’‘ʼʿʾʹʺ`´]+");
    private static final Pattern OTHER_LETTER = Pattern.compile("[\\p{L}&&[^a-zA-Z]]");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-zA-Z]+");

    /** Letters of their own, as in {@code سهام}: not the one sound of {@code شام}. */
    private static final Pattern APART = Pattern.compile("([sztdkgcp])h");

    /** The Arabic article, unless the alef bears a hamza below, as in {@code إلياس}. */
    private static final Pattern ARABIC_ARTICLE = Pattern.compile("ال(?=\\p{L}{2})(?!له$).*");

    /** Words that are kept in Latin letters; transliteration is slow. */
    private static final int MOST_KEPT = 50_000;

    private final Transliterator toLatin = Transliterator.getInstance("Any-Latin");
    private final Transliterator toAscii = Transliterator.getInstance("Latin-ASCII");
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /** Forgets the words that were read. */
    void forget() {
        kept.clear();
    }

    /** The parts of a name, in order. */
    List<Part> parts(String name) {
        String plain =
                Normalizer.normalize(SaidText.seen(name), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        List<Part> parts = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(HARAKAT.matcher(plain).replaceAll(""))) {
            if (!word.isEmpty() && parts.size() < MOST_WORDS) {
                add(parts, word);
            }
        }
        return parts;
    }

    private void add(List<Part> parts, String word) {
        boolean vocalised =
                word.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .noneMatch(script ->
                                script == Character.UnicodeScript.ARABIC
                                        || script == Character.UnicodeScript.HEBREW
                                        || script == Character.UnicodeScript.SYRIAC);
        boolean article = !vocalised && ARABIC_ARTICLE.matcher(word).matches();
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        String latin = kept.computeIfAbsent(word, unread -> latin(unread, vocalised));
        String bare = article && latin.length() > 3 ? latin.substring(2) : latin;
        if (!bare.isEmpty()) {
            parts.add(new Part(bare, article ? latin : bare, vocalised, article, hardH(word)));
        }
    }

    // Cyrillic г stands for the g of Магомед and for the h of Ибрагим.
    private static boolean hardH(String word) {
        return word.indexOf('г') >= 0;
    }

    private String latin(String word, boolean vocalised) {
        StringBuilder before = new StringBuilder();
        String text = word.replace("дж", "j");
        for (int i = 0; i < text.length(); i++) {
            String instead = BEFORE.get(text.charAt(i));
            before.append(instead == null ? text.substring(i, i + 1) : instead);
        }
        String latin =
                Normalizer.normalize(toLatin.transliterate(before.toString()), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> sound : AFTER) {
            latin = latin.replace(sound.getKey(), sound.getValue());
        }
        latin = APOSTROPHES.matcher(latin).replaceAll("");
        latin = MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
        latin = latin.replace("œ", "e").replace("æ", "e").replace("ß", "ss").replace("ø", "o");
        latin = latin.replace("ł", "l").replace("đ", "d");
        if (OTHER_LETTER.matcher(latin).find()) {
            latin = toAscii.transliterate(latin).toLowerCase(Locale.ROOT);
        }
        if (OTHER_LETTER.matcher(latin).find()) {
            return OwnLetters.of(word);
        }
        latin = NO_LETTER.matcher(latin).replaceAll("");
        if (latin.isEmpty()) {
            return OwnLetters.of(word);
        }
        return vocalised ? latin : APART.matcher(latin).replaceAll("$1H");
    }

    /**
     * A word of a name in Latin letters.
     *
     * @param latin without the article
     * @param whole as it was written
     * @param article whether an article was taken off
     * @param g whether a g may be an h
     */
    record Part(String latin, String whole, boolean vocalised, boolean article, boolean g) {

        Part with(String other) {
            return new Part(other, other, vocalised, article, g);
        }

        @Override
        public String toString() {
            return "Part[…]";
        }
    }
}
