package org.orangeline.intake.view;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike whole names are. One object answers one question: it keeps how alike two words are,
 * since most of a crowd share their names.
 */
final class NameLikeness {

    /** Two words that are less alike than this are two words. */
    static final double SAME_WORD = 0.7;

    /** What a word that only one of the two names has takes off. */
    private static final double WORD_MORE = 0.12;

    /** Who is called by another first word is, as a rule, a brother or a sister. */
    private static final double OTHER_FIRST_WORD = 0.75;

    /** What a word counts that begins as the one that was asked for. */
    private static final double BEGINNING = 0.8;

    /** One word is hardly a name. */
    private static final double ONE_WORD = 0.6;

    private final Map<Word, Map<Word, Double>> words = new IdentityHashMap<>();

    private double alike(Word word, Word other) {
        return words.computeIfAbsent(word, key -> new IdentityHashMap<>())
                .computeIfAbsent(other, key -> word.alike(other));
    }

    /** The best of all spellings of the two. */
    double best(List<List<Word>> names, List<List<Word>> others) {
        double best = 0;
        for (List<Word> name : names) {
            for (List<Word> other : others) {
                best = Math.max(best, of(name, other));
            }
        }
        return best;
    }

    /** 0 to 1; both names are taken as a whole, in any order of their words. */
    double of(List<Word> name, List<Word> other) {
        List<Word> few = name.size() <= other.size() ? name : other;
        List<Word> many = few == name ? other : name;
        if (few.isEmpty()) {
            return 0;
        }
        boolean[] taken = new boolean[many.size()];
        double sum = 0;
        int matched = 0;
        boolean first = false;
        for (int i = 0; i < few.size(); i++) {
            int at = bestFor(few.get(i), many, taken);
            if (at >= 0) {
                taken[at] = true;
                sum += alike(few.get(i), many.get(at));
                matched++;
                first |= i == 0;
            }
        }
        double likeness = sum / few.size();
        likeness *= Math.max(0, 1 - WORD_MORE * (many.size() - few.size()));
        if (!first || !taken[0]) {
            likeness *= OTHER_FIRST_WORD;
        }
        return matched < 2 ? likeness * ONE_WORD : likeness;
    }

    private int bestFor(Word word, List<Word> among, boolean[] taken) {
        int best = -1;
        double most = SAME_WORD;
        for (int i = 0; i < among.size(); i++) {
            double alike = taken[i] ? 0 : alike(word, among.get(i));
            if (alike > most || (alike == most && best < 0)) {
                most = alike;
                best = i;
            }
        }
        return best;
    }

    /** How well a word that was asked for fits one of a name; it may be its beginning. */
    static double standsIn(Word asked, Word word) {
        double alike = asked.alike(word);
        return alike < BEGINNING && asked.begins(word) ? BEGINNING : alike;
    }

    /** How well the words that were asked for stand in any of the names, on average. */
    double contained(List<Word> asked, List<List<Word>> names) {
        double sum = 0;
        for (Word word : asked) {
            double best = 0;
            for (List<Word> name : names) {
                for (Word theirs : name) {
                    best = Math.max(best, alike(word, theirs));
                    if (best < BEGINNING && word.begins(theirs)) {
                        best = BEGINNING;
                    }
                }
            }
            sum += best;
        }
        return asked.isEmpty() ? 0 : sum / asked.size();
    }
}
