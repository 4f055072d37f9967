package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orangeline.intake.view.Romanizer.Part;

/**
 * The words of a name that tell people apart: articles and particles are left out, and what is one
 * name in several words, such as {@code عبد الرحمن}, {@code Abd ar-Rahman} and {@code Abdurrahman},
 * becomes one.
 */
final class NameReader {

    private static final Set<String> PARTICLES =
            Set.of(
                    "bin", "ben", "ibn", "bn", "abn", "bint", "bent", "bnt", "ould", "uld", "oglu",
                    "oglou", "oghlu", "ogly", "ogli", "kyzy", "qizi", "kizi", "de", "du", "des",
                    "la", "le", "les", "d", "von", "van", "der");

    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "il", "l");

    /** The l of the article before a sun letter: {@code ar-Rahman}, {@code an-Nur}. */
    private static final Pattern ASSIMILATED = Pattern.compile("[aeu]([tdrzsn]|sh|th|dh)");

    private static final Pattern SERVANT = Pattern.compile("(abd|bd)([aeou]l|[aeou][rsnztd])?");
    private static final Pattern FATHER_OF = Pattern.compile("ab[uow]|abou|bw");
    private static final Pattern OF_GOD = Pattern.compile("[aeu]?ll?ah?|allh|llh");
    private static final Pattern OF_FAITH = Pattern.compile("[aeu]?l?d{0,2}(in|een|ine|ein|yn)");

    /** {@code Abdulrahman}, {@code Abderrahmane}: what follows the article. */
    private static final Pattern GLUED_SERVANT =
            Pattern.compile("abd(?:[aeiou]l|[aeiou]([rsnztd])(?=\\1)|[aeiou](?=sh))(.{2,})");

    private static final Pattern GLUED_ARTICLE = Pattern.compile("[ae]l(.{4,})");

    /** Words that are kept; most of a crowd share theirs. */
    private static final int MOST_KEPT = 50_000;

    private final Romanizer romanizer = new Romanizer();
    private final Map<Part, Word> kept = new ConcurrentHashMap<>();

    /** Forgets the words that were read; one of them may be an erased name. */
    void forget() {
        kept.clear();
        romanizer.forget();
    }

    /** The words of a name, in order; none when it has no letters. */
    List<Word> read(String name) {
        List<Part> parts = joined(romanizer.parts(name));
        List<Word> words = new ArrayList<>();
        for (Part part : parts) {
            if (!PARTICLES.contains(part.latin())) {
                words.add(known(part));
            }
        }
        // Who is called Ben and nothing else is called Ben.
        return words.isEmpty() ? parts.stream().map(this::known).toList() : words;
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean last = i + 1 == parts.size();
            if (!last && isArticle(part.latin(), parts.get(i + 1).latin())) {
                continue;
            }
            if (!joined.isEmpty() && isOfGodOrFaith(part)) {
                Part before = joined.removeLast();
                joined.add(before.with(before.latin() + ending(part.latin())));
            } else if (!last && SERVANT.matcher(part.latin()).matches()) {
                i += skippedArticle(parts, i + 1);
                joined.add(parts.get(i + 1).with("abd" + parts.get(++i).latin()));
            } else if (!last && FATHER_OF.matcher(part.latin()).matches()) {
                i += skippedArticle(parts, i + 1);
                joined.add(parts.get(i + 1).with("abu" + parts.get(++i).latin()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static int skippedArticle(List<Part> parts, int at) {
        return at + 1 < parts.size() && isArticle(parts.get(at).latin(), parts.get(at + 1).latin())
                ? 1
                : 0;
    }

    private static boolean isArticle(String word, String next) {
        return ARTICLES.contains(word)
                || (ASSIMILATED.matcher(word).matches() && next.startsWith(word.substring(1)));
    }

    private static boolean isOfGodOrFaith(Part part) {
        return OF_GOD.matcher(part.latin()).matches()
                || (OF_FAITH.matcher(part.latin()).matches() && part.latin().length() > 2);
    }

    private static String ending(String latin) {
        return OF_GOD.matcher(latin).matches() ? "lah" : "din";
    }

    private Word known(Part part) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(part, NameReader::word);
    }

    private static Word word(Part part) {
        List<Word.Form> forms = new ArrayList<>();
        Matcher servant = GLUED_SERVANT.matcher(part.latin());
        String first = servant.matches() ? "abd" + servant.group(2) : part.latin();
        add(forms, first);
        if (!part.whole().equals(part.latin())) {
            add(forms, part.whole());
        }
        Matcher article = GLUED_ARTICLE.matcher(part.latin());
        if (part.vocalised() && article.matches()) {
            add(forms, article.group(1));
        }
        if (part.g()) {
            add(forms, first.replace('g', 'h'));
        }
        return new Word(forms, part.vocalised());
    }

    private static void add(List<Word.Form> forms, String latin) {
        Word.Form form = Word.Form.of(Phones.of(latin));
        if (!forms.contains(form)) {
            forms.add(form);
        }
    }
}
