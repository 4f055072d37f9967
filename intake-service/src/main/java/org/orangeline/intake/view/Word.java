package org.orangeline.intake.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word of a name, ready to be compared.
 *
 * @param forms how it may have to be read; the likeliest first
 * @param vocalised whether its script writes vowels
 */
record Word(List<Form> forms, boolean vocalised) {

    /** A sound that is written for another one of its family. */
    private static final double CONFUSED = 0.25;

    /** A breath that one school writes and another does not; the j of Jamal, Gamal in Cairo. */
    private static final double BREATH = 0.5;

    /** Slips of the finger spare the first letter; Jamal and Kamal are two names. */
    private static final double FIRST_COUNTS = 1.5;

    /** What is left of the certainty when the vowels of one of the two are not known. */
    private static final double WITHOUT_VOWELS = 0.97;

    /** The same for words of a single consonant, such as {@code علي}. */
    private static final double ALMOST_NOTHING = 0.85;

    private static final double CONSONANTS_COUNT = 0.6;

    Word {
        forms = List.copyOf(forms);
    }

    Stream<String> skeletons() {
        return forms.stream().map(Form::skeleton).distinct();
    }

    /** 0 for two words that have nothing in common, 1 for the same. */
    double alike(Word other) {
        if (this == other) {
            return 1;
        }
        double best = 0;
        for (Form mine : forms) {
            for (Form theirs : other.forms) {
                best = Math.max(best, alike(mine, theirs, vocalised && other.vocalised));
            }
        }
        return best;
    }

    /** Whether another word begins with this one. */
    boolean begins(Word other) {
        String mine = forms.getFirst().vowelled;
        return mine.length() > 2
                && other.forms.stream().anyMatch(form -> form.vowelled.startsWith(mine));
    }

    private static double alike(Form one, Form other, boolean vowels) {
        if (one.vowelled.equals(other.vowelled)) {
            return 1;
        }
        double consonants = share(one.consonants, other.consonants);
        if (!vowels) {
            int longest = Math.max(one.consonants.length(), other.consonants.length());
            return consonants * (longest < 2 ? ALMOST_NOTHING : WITHOUT_VOWELS);
        }
        return CONSONANTS_COUNT * consonants
                + (1 - CONSONANTS_COUNT) * share(one.vowelled, other.vowelled);
    }

    private static double share(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : Math.max(0, 1 - distance(one, other) / longest);
    }

    /** Edit distance with a swap of neighbours as one, and confusions cheaper. */
    private static double distance(String one, String other) {
        char[] mine = one.toCharArray();
        char[] theirs = other.toCharArray();
        int width = theirs.length + 1;
        double[] cost = new double[(mine.length + 1) * width];
        for (int i = 1; i <= mine.length; i++) {
            cost[i * width] = cost[(i - 1) * width] + price(mine[i - 1]);
        }
        for (int j = 1; j <= theirs.length; j++) {
            cost[j] = cost[j - 1] + price(theirs[j - 1]);
        }
        for (int i = 1; i <= mine.length; i++) {
            char a = mine[i - 1];
            int row = i * width;
            int above = row - width;
            for (int j = 1; j <= theirs.length; j++) {
                char b = theirs[j - 1];
                boolean first = i == 1 && j == 1;
                double least = cost[above + j - 1] + price(a, b) * (first ? FIRST_COUNTS : 1);
                least = Math.min(least, cost[above + j] + price(a));
                least = Math.min(least, cost[row + j - 1] + price(b));
                if (i > 1 && j > 1 && a == theirs[j - 2] && b == mine[i - 2]) {
                    least = Math.min(least, cost[above - width + j - 2] + 1);
                }
                cost[row + j] = least;
            }
        }
        return cost[cost.length - 1];
    }

    private static double priceOfFirst(char a, char b) {
        double price = price(a, b);
        return price < 1 ? price : FIRST_COUNTS;
    }

    private static double price(char left) {
        return Phones.family(left) == 'H' ? BREATH : 1;
    }

    private static double price(char a, char b) {
        if (a == b) {
            return 0;
        }
        if ((a == 'j' && b == 'g') || (a == 'g' && b == 'j')) {
            return BREATH;
        }
        return Phones.family(a) == Phones.family(b) ? CONFUSED : 1;
    }

    @Override
    public String toString() {
        return "Word[…]";
    }

    /**
     * One reading of a word.
     *
     * @param consonants its sounds without vowels
     * @param vowelled its sounds with coarse vowels
     * @param skeleton the key for candidates
     */
    record Form(String consonants, String vowelled, String skeleton) {

        static Form of(String phones) {
            String consonants = Phones.consonants(phones);
            return new Form(consonants, Phones.vowelled(phones), Phones.skeleton(consonants));
        }

        @Override
        public String toString() {
            return "Form[…]";
        }
    }
}
