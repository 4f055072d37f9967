package org.orangeline.runtime.keys;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.orangeline.runtime.SubjectRef;

/**
 * Counts the keys that the events of one partition destroyed. Not thread-safe: its owner guards it.
 *
 * <p>A key says how many were destroyed before it was made. One of an operation and a subject
 * counts those of both. One of a subject alone, from before ADR 0021, counts those of the subject
 * in all operations of the partition, so for it the place of an erasure among all of them counts.
 */
final class DestroyedKeys {

    private final Map<SubjectRef, Integer> counts = new HashMap<>();
    private final Map<SubjectRef, Integer> lastPlaces = new HashMap<>();
    private final Map<String, Integer> ofSubjects = new HashMap<>();
    private final Set<SubjectRef> everDestroyed = new HashSet<>();
    private int all;
    private int atLeast;

    void add(SubjectRef owner) {
        all++;
        counts.merge(owner, 1, Integer::sum);
        lastPlaces.put(owner, ofSubjects.merge(owner.subject(), 1, Integer::sum));
    }

    /** What was destroyed stays so while it is counted again. */
    void recount() {
        everDestroyed.addAll(counts.keySet());
        atLeast = Math.max(atLeast, all);
        counts.clear();
        lastPlaces.clear();
        ofSubjects.clear();
        all = 0;
    }

    boolean holds(PersonKey key) {
        Map<SubjectRef, Integer> places = key.isOfSubjectAlone() ? lastPlaces : counts;
        return key.record().number() < places.getOrDefault(key.owner(), 0);
    }

    boolean any(SubjectRef owner) {
        return count(owner) > 0 || everDestroyed.contains(owner);
    }

    int count(SubjectRef owner) {
        return counts.getOrDefault(owner, 0);
    }

    int all() {
        return Math.max(atLeast, all);
    }
}
