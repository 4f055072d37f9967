package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * The names of one operation: words, who has them, and who has which two of them. It goes on from
 * where it was: every identity is read once. A name that was corrected still leads to its person;
 * whether it fits is decided on the person as the view shows it.
 *
 * <p>Words, skeletons and persons are numbers here, and everything is in arrays: some 200 bytes for
 * each person. Questions hold the reading lock of {@link #reading}; identities are opened and read
 * outside of any lock.
 */
final class OperationNames {

    /** Persons who are found by name for one question, at most. */
    static final int MOST_SCORED = 1_000;

    /** Identities that are read within a question; a view that is further ahead has to wait. */
    static final int MOST_AT_ONCE = 5_000;

    /** Identities that are added while questions wait. */
    private static final int MOST_ADDED_AT_ONCE = 64;

    private final Function<Person, Optional<KnownNames>> read;
    private final Runnable forgetWords;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object following = new Object();
    private final Map<Word, Integer> numbers = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<int[]> skeletons = new ArrayList<>();
    private final People people = new People();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Blocks pairs = new Blocks();
    private final Blocks documents = new Blocks();
    private volatile int position;
    private volatile int erased;

    /**
     * @param read reads a person's names
     * @param forgetWords forgets what was kept of words that were read
     */
    OperationNames(Function<Person, Optional<KnownNames>> read, Runnable forgetWords) {
        this.read = read;
        this.forgetWords = forgetWords;
    }

    /**
     * Reads identities that are new in a state.
     *
     * @param most how many at most
     * @return whether it knows all that the state has
     */
    boolean follow(OperationState state, int most) {
        int known = state.identified().size();
        if (position >= known && state.erasures().erased().size() <= erased) {
            return true;
        }
        synchronized (following) {
            if (state.erasures().erased().size() > erased) {
                erased = state.erasures().erased().size();
                forget();
            }
            int end = (int) Math.min(known, (long) position + most);
            while (position < end) {
                readSome(state, Math.min(end, position + MOST_ADDED_AT_ONCE));
            }
            return position >= known;
        }
    }

    // Counted in any case: an identity that cannot be read fails once and holds up nobody else. And
    // counted last: who sees the position finds the names.
    private void readSome(OperationState state, int end) {
        try {
            readAndAdd(state, end);
        } finally {
            position = end;
        }
    }

    private void readAndAdd(OperationState state, int end) {
        List<Person> persons = new ArrayList<>();
        List<KnownNames> names = new ArrayList<>();
        int from = position;
        RuntimeException failed = null;
        // One by one: a persistent vector makes a part of itself by taking the rest away.
        for (int at = from; at < end; at++) {
            Person person = state.persons().get(state.identified().get(at));
            try {
                KnownNames known = person == null ? null : read.apply(person).orElse(null);
                if (person != null && known != null) {
                    persons.add(person);
                    names.add(known);
                }
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        lock.writeLock().lock();
        try {
            for (int i = 0; i < persons.size(); i++) {
                add(persons.get(i), names.get(i));
            }
        } finally {
            lock.writeLock().unlock();
        }
        if (failed != null) {
            throw failed;
        }
    }

    // A name that is erased must not stay in any list: all are read again, which is rare enough.
    private void forget() {
        lock.writeLock().lock();
        try {
            position = 0;
            numbers.clear();
            words.clear();
            skeletons.clear();
            people.clear();
            vocabulary.clear();
            pairs.clear();
            documents.clear();
            forgetWords.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void add(Person person, KnownNames names) {
        int number = people.put(person.id(), names.of(), names.packed(this::number));
        Set<Integer> seen = new HashSet<>();
        for (List<Word> name : names.names()) {
            for (Word word : name) {
                for (int skeleton : skeletons(number(word))) {
                    if (seen.add(skeleton)) {
                        vocabulary.add(skeleton, number);
                    }
                }
            }
        }
        for (long key : Pairs.of(names, person, word -> skeletons(number(word)))) {
            pairs.add(key, number);
        }
        for (long document : names.documents()) {
            documents.add(document, number);
        }
    }

    private int number(Word word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = words.size();
        numbers.put(word, number);
        words.add(word);
        skeletons.add(word.skeletons().mapToInt(vocabulary::number).toArray());
        return number;
    }

    /** A question, while nothing is added. */
    <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The numbers of a word's skeletons; only within {@link #reading}, like all below. */
    int[] skeletons(int word) {
        return skeletons.get(word);
    }

    Word word(int number) {
        return words.get(number);
    }

    int words() {
        return words.size();
    }

    People people() {
        return people;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Blocks pairs() {
        return pairs;
    }

    Blocks documents() {
        return documents;
    }

    /** A person's names as a view shows the person. */
    Optional<KnownNames> names(Person person) {
        if (person.identity() == null) {
            return Optional.empty();
        }
        KnownNames known = reading(() -> known(person));
        return known == null ? read.apply(person) : Optional.of(known);
    }

    private @Nullable KnownNames known(Person person) {
        int number = people.find(person.id(), person.identity());
        return number < 0
                ? null
                : KnownNames.unpacked(
                        people.identity(number), people.chunk(number), people.begin(number), words);
    }

    /**
     * Ids of those whose names may be meant, the likeliest first.
     *
     * @param fits who is looked for at all
     * @param beginnings whether a word may be the beginning of one
     */
    List<String> candidates(List<Word> asked, Predicate<String> fits, boolean beginnings) {
        return new NameQuestion(this)
                .ranked(asked, List.of(), beginnings, 0).stream()
                        .filter(fits)
                        .limit(MOST_SCORED)
                        .toList();
    }
}
