package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * An inverted index: which persons have a word of a skeleton in their names. There are some ten
 * thousand skeletons, whatever the number of people, so a neighbour of one letter is found by the
 * skeletons with one letter less. Each skeleton has a number.
 */
final class Vocabulary {

    /** Shorter skeletons have too many neighbours to be mistaken for one another. */
    private static final int SHORTEST_WITH_TYPO = 3;

    /** Longer words that begin with what was asked for. */
    private static final int MOST_COMPLETIONS = 100;

    /** Numbers of neighbours that are kept at most; they are found again when they are not. */
    private static final int MOST_KEPT = 500_000;

    private final NavigableMap<String, Integer> numbers = new TreeMap<>();
    private final List<Ints> persons = new ArrayList<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<String, int[]> kept = new HashMap<>();
    private int keptNumbers;

    void clear() {
        numbers.clear();
        persons.clear();
        neighbours.clear();
        forgetKept();
    }

    private void forgetKept() {
        synchronized (kept) {
            kept.clear();
            keptNumbers = 0;
        }
    }

    /** The number of a skeleton, which it gets when it is new. */
    int number(String skeleton) {
        Integer known = numbers.get(skeleton);
        if (known != null) {
            return known;
        }
        int number = persons.size();
        numbers.put(skeleton, number);
        persons.add(new Ints());
        for (String shorter : oneLess(skeleton)) {
            neighbours.computeIfAbsent(shorter, key -> new ArrayList<>(2)).add(skeleton);
        }
        forgetKept();
        return number;
    }

    void add(int skeleton, int person) {
        persons.get(skeleton).add(person);
    }

    /** The persons who have a word of the skeleton, in the order in which they were added. */
    Ints persons(int skeleton) {
        return persons.get(skeleton);
    }

    /** The number of the skeleton itself; none when nobody has it. */
    int[] exact(String skeleton) {
        Integer number = numbers.get(skeleton);
        return number == null ? new int[0] : new int[] {number};
    }

    /** The numbers of the skeletons that may be meant, the surest first. */
    int[] meant(String skeleton, boolean beginnings) {
        if (beginnings) {
            return numbers(allMeant(skeleton, true));
        }
        synchronized (kept) {
            int[] known = kept.get(skeleton);
            if (known == null) {
                known = numbers(allMeant(skeleton, false));
                if (keptNumbers + known.length > MOST_KEPT) {
                    forgetKept();
                }
                kept.put(skeleton, known);
                keptNumbers += known.length;
            }
            return known;
        }
    }

    private int[] numbers(SequencedSet<String> skeletons) {
        return skeletons.stream().mapToInt(numbers::get).toArray();
    }

    private SequencedSet<String> allMeant(String skeleton, boolean beginnings) {
        SequencedSet<String> meant = new LinkedHashSet<>();
        if (numbers.containsKey(skeleton)) {
            meant.add(skeleton);
        }
        // One letter too few, one too many, another one, or two that changed places.
        meant.addAll(neighbours.getOrDefault(skeleton, List.of()));
        if (skeleton.length() >= SHORTEST_WITH_TYPO) {
            for (String shorter : oneLess(skeleton)) {
                if (numbers.containsKey(shorter)) {
                    meant.add(shorter);
                }
                meant.addAll(neighbours.getOrDefault(shorter, List.of()));
            }
        }
        if (beginnings && skeleton.length() > 1) {
            numbers.subMap(skeleton, skeleton + Character.MAX_VALUE).keySet().stream()
                    .limit(MOST_COMPLETIONS)
                    .forEach(meant::add);
        }
        return meant;
    }

    private static Set<String> oneLess(String skeleton) {
        Set<String> shorter = new HashSet<>();
        for (int i = 0; i < skeleton.length(); i++) {
            shorter.add(skeleton.substring(0, i) + skeleton.substring(i + 1));
        }
        return shorter;
    }
}
