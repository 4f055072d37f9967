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
 * skeletons with one letter less.
 */
final class Vocabulary {

    /** Shorter skeletons have too many neighbours to be mistaken for one another. */
    private static final int SHORTEST_WITH_TYPO = 3;

    /** Longer words that begin with what was asked for. */
    private static final int MOST_COMPLETIONS = 100;

    private final NavigableMap<String, Ints> persons = new TreeMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();

    void clear() {
        persons.clear();
        neighbours.clear();
    }

    void add(String skeleton, int person) {
        Ints postings = persons.get(skeleton);
        if (postings == null) {
            postings = new Ints();
            persons.put(skeleton, postings);
            for (String shorter : oneLess(skeleton)) {
                neighbours.computeIfAbsent(shorter, key -> new ArrayList<>(2)).add(skeleton);
            }
        }
        postings.add(person);
    }

    Ints persons(String skeleton) {
        return persons.getOrDefault(skeleton, new Ints());
    }

    /** The skeletons that may be meant, the surest first. */
    SequencedSet<String> meant(String skeleton, boolean beginnings) {
        SequencedSet<String> meant = new LinkedHashSet<>();
        if (persons.containsKey(skeleton)) {
            meant.add(skeleton);
        }
        // One letter too few, one too many, another one, or two that changed places.
        meant.addAll(neighbours.getOrDefault(skeleton, List.of()));
        if (skeleton.length() >= SHORTEST_WITH_TYPO) {
            for (String shorter : oneLess(skeleton)) {
                if (persons.containsKey(shorter)) {
                    meant.add(shorter);
                }
                meant.addAll(neighbours.getOrDefault(shorter, List.of()));
            }
        }
        if (beginnings && skeleton.length() > 1) {
            persons.subMap(skeleton, skeleton + Character.MAX_VALUE).keySet().stream()
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
