package org.orangeline.runtime.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.orangeline.runtime.SubjectRef;

/**
 * When a subject is to be asked for its reactions without anything having happened to it. Kept in
 * memory only: after a takeover every subject is asked, and sets its alarm anew.
 */
final class Alarms {

    private final TreeMap<Instant, SequencedSet<SubjectRef>> byTime = new TreeMap<>();
    private final Map<SubjectRef, Instant> bySubject = new HashMap<>();

    /** Takes the place of the subject's alarm before. */
    void set(SubjectRef subject, Instant at) {
        clear(subject);
        bySubject.put(subject, at);
        byTime.computeIfAbsent(at, unused -> new LinkedHashSet<>()).add(subject);
    }

    void clear(SubjectRef subject) {
        Instant before = bySubject.remove(subject);
        if (before == null) {
            return;
        }
        SequencedSet<SubjectRef> others = byTime.get(before);
        if (others != null && others.remove(subject) && others.isEmpty()) {
            byTime.remove(before);
        }
    }

    /** Subjects whose time has come, earliest first; their alarms are gone. */
    List<SubjectRef> ring(Instant now) {
        List<SubjectRef> due = new ArrayList<>();
        while (!byTime.isEmpty() && !byTime.firstKey().isAfter(now)) {
            SequencedSet<SubjectRef> subjects = byTime.pollFirstEntry().getValue();
            subjects.forEach(bySubject::remove);
            due.addAll(subjects);
        }
        return due;
    }

    void clear() {
        byTime.clear();
        bySubject.clear();
    }
}
