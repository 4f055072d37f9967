package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.log.SequenceMerger;

/**
 * Knows when the view last was at the end of its log, and notices a sequence that never comes. The
 * ends are those of one moment: under load there is always more, and a view that reached them is as
 * fresh as that moment.
 */
final class EndWatch {

    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private long askedAt = System.nanoTime() - Limits.HEAR_EVERY.toNanos();
    private volatile long heardAt = System.nanoTime() - Limits.STALE_AFTER.toNanos();

    /** Whether it is time to ask for the ends again. */
    boolean isDue() {
        return ends.isEmpty() && System.nanoTime() - askedAt >= Limits.HEAR_EVERY.toNanos();
    }

    /**
     * @param when before they were asked for
     */
    void asked(long when, Map<TopicPartition, Long> now) {
        askedAt = when;
        ends = now;
    }

    /**
     * Looks how far the reader has come.
     *
     * @param positions the reader's position
     * @param held topic partitions that are not read on, since others have to come first
     * @return partitions of which a sequence is missing
     */
    Set<Integer> look(
            ToLongFunction<TopicPartition> positions,
            Set<TopicPartition> held,
            Map<Integer, SequenceMerger> mergers) {
        Set<Integer> behind = new HashSet<>();
        ends.forEach((tp, end) -> {
            if (!held.contains(tp) && positions.applyAsLong(tp) < end) {
                behind.add(tp.partition());
            }
        });
        if (ends.isEmpty() || !behind.isEmpty()) {
            return Set.of();
        }
        ends = Map.of();
        if (held.isEmpty()) {
            heardAt = askedAt;
        }
        return missing(mergers);
    }

    // Everything was read and something still waits: for a commit that shows late, or for ever.
    private Set<Integer> missing(Map<Integer, SequenceMerger> mergers) {
        Set<Integer> missing = new HashSet<>();
        mergers.forEach((partition, merger) -> {
            if (merger.waiting() == 0) {
                waiting.remove(partition);
                return;
            }
            Waiting before = waiting.get(partition);
            int looks = before != null && before.last() == merger.last() ? before.looks() + 1 : 1;
            waiting.put(partition, new Waiting(merger.last(), looks));
            if (looks >= Limits.LOOKS_BEFORE_A_HOLE) {
                missing.add(partition);
            }
        });
        return missing;
    }

    /** How long ago the view was known to be at the end of the log. */
    Duration sinceHeard() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    private record Waiting(long last, int looks) {}
}
