package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * The names of one operation, found by skeleton. It goes on from where it was: every identity is
 * read once. A name that was corrected still leads to its person; whether it fits is decided on the
 * person as the view shows it.
 */
final class OperationNames {

    /** Persons whose names are compared in full for one question, at most. */
    static final int MOST_SCORED = 1_000;

    /** Identities that are read within a question; a view that is further ahead has to wait. */
    static final int MOST_AT_ONCE = 5_000;

    /** A word that so few persons have is enough by itself. */
    private static final int RARE = 50;

    private final Function<Person, Optional<KnownNames>> read;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<@Nullable KnownNames> known = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Ints> documents = new HashMap<>();
    private final Map<Word, Word> words = new HashMap<>();
    private int position;
    private int erased;

    OperationNames(Function<Person, Optional<KnownNames>> read) {
        this.read = read;
    }

    /**
     * Reads identities that are new in a state.
     *
     * @param most how many at most
     * @return whether it knows all that the state has
     */
    synchronized boolean follow(OperationState state, int most) {
        if (state.erasures().erased().size() > erased) {
            erased = state.erasures().erased().size();
            forget();
        }
        int end = Math.min(state.identified().size(), position + most);
        while (position < end) {
            // Counted first: an identity that cannot be read fails once and holds up nobody else.
            Person person = state.persons().get(state.identified().get(position++));
            if (person != null) {
                read.apply(person).ifPresent(names -> add(person.id(), names));
            }
        }
        return position >= state.identified().size();
    }

    // A name that is erased must not stay in any list: all are read again, which is rare enough.
    private void forget() {
        position = 0;
        numbers.clear();
        ids.clear();
        known.clear();
        vocabulary.clear();
        documents.clear();
        words.clear();
    }

    private void add(String id, KnownNames read) {
        KnownNames names = read.with(word -> words.computeIfAbsent(word, same -> same));
        Integer number = numbers.get(id);
        if (number == null) {
            number = ids.size();
            numbers.put(id, number);
            ids.add(id);
            known.add(names);
        } else {
            known.set(number, names);
        }
        Set<String> skeletons = new HashSet<>();
        names.names()
                .forEach(name -> name.forEach(word -> word.skeletons().forEach(skeletons::add)));
        for (String skeleton : skeletons) {
            vocabulary.add(skeleton, number);
        }
        for (String document : names.documents()) {
            documents.computeIfAbsent(document, key -> new Ints()).add(number);
        }
    }

    /** A person's names as a view shows the person. */
    Optional<KnownNames> names(Person person) {
        KnownNames cached = cached(person.id());
        if (person.identity() == null) {
            return Optional.empty();
        }
        return cached != null && cached.of().equals(person.identity())
                ? Optional.of(cached)
                : read.apply(person);
    }

    private synchronized @Nullable KnownNames cached(String id) {
        Integer number = numbers.get(id);
        return number == null ? null : known.get(number);
    }

    /**
     * Ids of those whose names may be meant, the likeliest first.
     *
     * @param fits who is looked for at all
     * @param beginnings whether a word may be the beginning of one
     */
    synchronized List<String> candidates(
            List<Word> asked, Predicate<String> fits, boolean beginnings) {
        Tally tally = new Tally(ids.size());
        for (Word word : asked) {
            tally.next();
            SequencedMap<String, Boolean> meant = new LinkedHashMap<>();
            word.skeletons().forEach(skeleton -> meant.putIfAbsent(skeleton, true));
            word.skeletons()
                    .forEach(skeleton ->
                            vocabulary
                                    .meant(skeleton, beginnings)
                                    .forEach(other -> meant.putIfAbsent(other, false)));
            meant.forEach((skeleton, exact) -> {
                Ints persons = vocabulary.persons(skeleton);
                tally.count(persons, exact, persons.size() <= RARE);
            });
        }
        List<String> found = new ArrayList<>();
        for (int number : tally.best(Math.min(asked.size(), 2))) {
            if (found.size() < MOST_SCORED && fits.test(ids.get(number))) {
                found.add(ids.get(number));
            }
        }
        return found;
    }

    /** Who showed one of these papers. */
    synchronized List<String> withDocument(Set<String> numbersOfPapers) {
        List<String> found = new ArrayList<>();
        for (String number : numbersOfPapers) {
            documents.getOrDefault(number, new Ints()).forEach(one -> found.add(ids.get(one)));
        }
        return found;
    }

    /** Which persons share how much with what was asked. */
    private static final class Tally {

        private static final float TYPO = 0.7f;

        private final float[] weights;
        private final byte[] words;
        private final byte[] lastWord;
        private final boolean[] rare;
        private final List<Integer> touched = new ArrayList<>();
        private final int everybody;
        private byte word;

        Tally(int everybody) {
            this.everybody = everybody;
            this.weights = new float[everybody];
            this.words = new byte[everybody];
            this.lastWord = new byte[everybody];
            this.rare = new boolean[everybody];
        }

        void next() {
            word++;
        }

        // A skeleton that few have says more; the first one that a word is counted for is the best.
        void count(Ints persons, boolean exact, boolean isRare) {
            float weight =
                    (float) Math.log(1 + (double) everybody / Math.max(1, persons.size()))
                            * (exact ? 1 : TYPO);
            persons.forEach(person -> {
                if (lastWord[person] == word) {
                    return;
                }
                if (words[person] == 0) {
                    touched.add(person);
                }
                lastWord[person] = word;
                words[person]++;
                weights[person] += weight;
                rare[person] |= isRare && exact;
            });
        }

        List<Integer> best(int least) {
            return touched.stream()
                    .filter(person -> words[person] >= least || rare[person])
                    .sorted(
                            Comparator.<Integer>comparingDouble(person -> -weights[person])
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
