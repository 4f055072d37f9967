package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One search by name: who may be meant is gathered from the index, scored by numbers of words and
 * ranked. What it costs does not follow the number of people: at most {@link #MOST_GATHERED} are
 * scored. Those with one of the words and the father's name come first, then those with two of the
 * words, then those with the rarest.
 */
final class NameQuestion {

    /** Persons whose names are scored at most. */
    static final int MOST_GATHERED = 10_000;

    /** Of them, those who may be found by two words of a name together. */
    private static final int MOST_BY_PAIRS = 5_000;

    /** Of them, those who may be found by a first name and the father's. */
    private static final int MOST_BY_FATHER = 2_500;

    /** Pairs of skeletons that are looked up. */
    private static final int MOST_PAIRS = 1_500;

    /** A word that so few persons have is enough by itself; of others it takes two. */
    private static final int RARE = 50;

    private static final double NAME = 3;
    private static final double FATHER_NAME = 1;

    /** What a father's name that is not known counts: less than the one that was asked for. */
    static final double NOT_KNOWN = 0.5;

    private final OperationNames names;
    private final List<Meant> asked = new ArrayList<>();
    private final List<Meant> father = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final Ints gathered = new Ints();
    private int lookedUp;

    NameQuestion(OperationNames names) {
        this.names = names;
    }

    /**
     * Ids of those who may be meant, the likeliest first, then in the order of their registration.
     *
     * @param name the words that were asked for
     * @param fatherName of the father's; moves others down
     * @param beginnings whether a word may be the beginning of one
     * @param least how well the name has to fit, 0 to 1
     */
    List<String> ranked(List<Word> name, List<Word> fatherName, boolean beginnings, double least) {
        return names.reading(() -> {
            name.forEach(word -> asked.add(new Meant(word, beginnings)));
            fatherName.forEach(word -> father.add(new Meant(word, beginnings)));
            gather();
            long[] ranked = new long[gathered.size()];
            int found = 0;
            for (int i = 0; i < gathered.size(); i++) {
                int person = gathered.get(i);
                double fit = name(person);
                // Who had another name once may be asked for as the person was then.
                if (fit > 0 && fit >= least || names.people().isChanged(person)) {
                    double score = NAME * fit + FATHER_NAME * father(person);
                    ranked[found++] = (long) (-score * (1 << 20)) << 32 | person;
                }
            }
            Arrays.sort(ranked, 0, found);
            return Arrays.stream(ranked, 0, found)
                    .mapToObj(one -> names.people().id((int) one))
                    .toList();
        });
    }

    private void gather() {
        gatherByFather();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                lookUp(asked.get(i).exact, asked.get(j).exact);
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                lookUp(asked.get(i).exact, asked.get(j).near);
                lookUp(asked.get(i).near, asked.get(j).exact);
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                lookUp(asked.get(i).near, asked.get(j).near);
            }
        }
        // Who has two of the words has one that is not the commonest.
        List<Meant> rarest = new ArrayList<>(asked);
        rarest.sort(Comparator.comparingInt(meant -> meant.persons));
        for (Meant word :
                rarest.subList(0, Math.max(Math.min(1, asked.size()), asked.size() - 1))) {
            gather(word.exact);
            gather(word.near);
        }
    }

    private void gatherByFather() {
        for (Meant word : asked) {
            father.forEach(other -> lookUpFather(word.exact, other.exact));
        }
        for (Meant word : asked) {
            father.forEach(other -> lookUpFather(word.exact, other.near));
            father.forEach(other -> lookUpFather(word.near, other.exact));
        }
        lookedUp = 0;
    }

    private void lookUpFather(int[] some, int[] fathers) {
        for (int one : some) {
            for (int other : fathers) {
                lookUp(Pairs.withFather(Pairs.of(one, one), other), MOST_BY_FATHER);
            }
        }
    }

    private void lookUp(int[] some, int[] others) {
        for (int one : some) {
            for (int other : others) {
                lookUp(Pairs.of(one, other), MOST_BY_PAIRS);
            }
        }
    }

    private void lookUp(long key, int most) {
        if (lookedUp++ >= MOST_PAIRS) {
            return;
        }
        Blocks pairs = names.pairs();
        for (int at = pairs.first(key); at >= 0 && gathered.size() < most; at = pairs.next(at)) {
            gather(pairs.person(at));
        }
    }

    private void gather(int[] skeletons) {
        for (int skeleton : skeletons) {
            Ints persons = names.vocabulary().persons(skeleton);
            for (int i = 0; i < persons.size() && gathered.size() < MOST_GATHERED; i++) {
                gather(persons.get(i));
            }
        }
    }

    private void gather(int person) {
        if (!seen.get(person)) {
            seen.set(person);
            gathered.add(person);
        }
    }

    /** How well the words stand in any of the person's names, on average; 0 when too few do. */
    private double name(int person) {
        int[] packed = names.people().chunk(person);
        int begin = names.people().begin(person);
        int end = begin + 1;
        for (int name = 0; name < packed[begin]; name++) {
            end += 1 + packed[end];
        }
        double sum = 0;
        int matched = 0;
        boolean rare = false;
        for (Meant word : asked) {
            double best = 0;
            for (int next = begin + 1; next < end; next += 1 + packed[next]) {
                best = Math.max(best, word.best(packed, next));
            }
            sum += best;
            matched += best > 0 ? 1 : 0;
            rare |= best > 0 && word.isRare;
        }
        return rare || matched >= Math.min(2, asked.size()) ? sum / asked.size() : 0;
    }

    /** The same of the father's name. */
    private double father(int person) {
        if (father.isEmpty()) {
            return 0;
        }
        int[] packed = names.people().chunk(person);
        int at = names.people().begin(person);
        int many = packed[at++];
        for (int name = 0; name < many; name++) {
            at += 1 + packed[at];
        }
        if (packed[at] == 0) {
            return NOT_KNOWN;
        }
        double sum = 0;
        for (Meant word : father) {
            sum += word.best(packed, at);
        }
        return sum / father.size();
    }

    /** A word that was asked for, and what may be meant. */
    private final class Meant {

        private final Word word;
        private final int[] exact;
        private final int[] near;
        private final int persons;
        private final boolean isRare;
        private final BitSet skeletons = new BitSet();

        /** By the number of a word; what was not compared yet is below 0. */
        private final float[] likeness;

        Meant(Word word, boolean beginnings) {
            this.word = word;
            Set<Integer> sure = new LinkedHashSet<>();
            Set<Integer> all = new LinkedHashSet<>();
            for (String skeleton : word.skeletons().toList()) {
                for (int meant : names.vocabulary().meant(skeleton, beginnings)) {
                    all.add(meant);
                    skeletons.set(meant);
                }
                for (int meant : names.vocabulary().exact(skeleton)) {
                    sure.add(meant);
                    skeletons.set(meant);
                }
            }
            all.removeAll(sure);
            exact = numbers(sure);
            near = numbers(all);
            int many = many(exact);
            isRare = many > 0 && many <= RARE;
            persons = many + many(near);
            likeness = new float[names.words()];
            Arrays.fill(likeness, -1);
        }

        private int many(int[] of) {
            int many = 0;
            for (int skeleton : of) {
                many += names.vocabulary().persons(skeleton).size();
            }
            return many;
        }

        /** How well it fits the best of some words; 0 when it cannot be meant by any. */
        double best(int[] packed, int from) {
            double best = 0;
            for (int i = from + 1; i <= from + packed[from]; i++) {
                best = Math.max(best, like(packed[i]));
            }
            return best;
        }

        private float like(int other) {
            if (likeness[other] < 0) {
                likeness[other] = 0;
                for (int skeleton : names.skeletons(other)) {
                    if (skeletons.get(skeleton)) {
                        likeness[other] = (float) NameLikeness.standsIn(word, names.word(other));
                    }
                }
            }
            return likeness[other];
        }

        private static int[] numbers(Set<Integer> set) {
            return set.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
