package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/**
 * Who may be registered twice: persons who share a paper, or two words of a name, one of them
 * possibly mistyped. What it costs does not follow the number of people: of a name that thousands
 * share only some are looked at, first those with the same father's name or day of birth, then
 * those of the same sex and age, then the latest.
 */
final class TwinQuestion {

    /** Persons that are compared in full. */
    static final int MOST_COMPARED = 48;

    /** Persons of one key that are looked at. */
    private static final int MOST_OF_ONE = 64;

    /** The same of a key with a mistyped word. */
    private static final int MOST_OF_ONE_NEAR = 16;

    private static final int MOST_GATHERED = 400;
    private static final int MOST_LOOK_UPS = 800;

    private static final int BOTH_WORDS = 4;
    private static final int ONE_MISTYPED = 3;
    private static final int BOTH_MISTYPED = 2;
    private static final int FACTS = 2;

    // Each outweighs all of the above: of a name that thousands share only the latest have those.
    private static final int FATHER = 1_000;
    private static final int BORN = 100_000;
    private static final int PAPER = 10_000_000;

    private final OperationNames names;
    private final Person person;
    private final KnownNames mine;
    private final Map<Integer, Integer> points = new HashMap<>();
    private int lookUps;

    TwinQuestion(OperationNames names, Person person, KnownNames mine) {
        this.names = names;
        this.person = person;
        this.mine = mine;
    }

    /** Ids of other persons, the likeliest first. */
    List<String> likeliest() {
        return names.reading(() -> {
            for (long document : mine.documents()) {
                gather(names.documents(), document, MOST_OF_ONE, PAPER);
            }
            for (List<Word> name : mine.names()) {
                look(name);
            }
            int self = names.people().find(person.id());
            return points.entrySet().stream()
                    .filter(one -> one.getKey() != self)
                    .sorted(
                            Map.Entry.<Integer, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_COMPARED)
                    .map(one -> names.people().id(one.getKey()))
                    .toList();
        });
    }

    private void look(List<Word> name) {
        List<int[]> exact = new ArrayList<>();
        List<int[]> near = new ArrayList<>();
        for (Word word : name) {
            exact.add(exact(word));
            near.add(near(word));
        }
        if (name.size() > 1) {
            atBothEnds(exact.getFirst(), exact.getLast());
        }
        pairs(exact, exact, MOST_OF_ONE, BOTH_WORDS);
        pairs(exact, near, MOST_OF_ONE_NEAR, ONE_MISTYPED);
        pairs(near, exact, MOST_OF_ONE_NEAR, ONE_MISTYPED);
        pairs(near, near, MOST_OF_ONE_NEAR, BOTH_MISTYPED);
    }

    private int[] exact(Word word) {
        return word.skeletons()
                .flatMapToInt(skeleton -> Arrays.stream(names.vocabulary().exact(skeleton)))
                .toArray();
    }

    /** With those of {@link #exact}, which were looked at before and are worth a little more so. */
    private int[] near(Word word) {
        List<String> skeletons = word.skeletons().toList();
        if (skeletons.size() == 1) {
            return names.vocabulary().meant(skeletons.getFirst(), false);
        }
        return skeletons.stream()
                .flatMapToInt(skeleton -> Arrays.stream(names.vocabulary().meant(skeleton, false)))
                .distinct()
                .toArray();
    }

    private void pairs(List<int[]> some, List<int[]> others, int most, int worth) {
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                for (int one : some.get(i)) {
                    for (int other : others.get(j)) {
                        gather(names.pairs(), Pairs.of(one, other), most, worth);
                    }
                }
            }
        }
    }

    private void atBothEnds(int[] first, int[] last) {
        int[] father =
                mine.fatherName().isEmpty() ? new int[0] : exact(mine.fatherName().getFirst());
        int year = Pairs.yearOfBirth(person);
        for (int one : first) {
            for (int other : last) {
                long pair = Pairs.of(one, other);
                for (int skeleton : father) {
                    gather(names.pairs(), Pairs.withFather(pair, skeleton), MOST_OF_ONE, FATHER);
                }
                Pairs.born(person)
                        .ifPresent(day ->
                                gather(
                                        names.pairs(),
                                        Pairs.withBirth(pair, day),
                                        MOST_OF_ONE,
                                        BORN));
                for (Sex sex : Sex.values()) {
                    if (sex == person.sex() || sex == Sex.UNKNOWN || person.sex() == Sex.UNKNOWN) {
                        for (int step = -1; step <= 1; step++) {
                            long key =
                                    Pairs.withFacts(pair, sex, year + step * Pairs.yearsOfOneKey());
                            gather(names.pairs(), key, MOST_OF_ONE, FACTS);
                        }
                    }
                }
            }
        }
    }

    private void gather(Blocks blocks, long key, int most, int worth) {
        if (lookUps++ >= MOST_LOOK_UPS) {
            return;
        }
        int left = most;
        for (int at = blocks.first(key); at >= 0 && left > 0; at = blocks.next(at)) {
            left--;
            int other = blocks.person(at);
            if (points.size() < MOST_GATHERED || points.containsKey(other)) {
                points.merge(other, worth, Integer::sum);
            }
        }
    }
}
