package org.orangeline.runtime.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.orangeline.runtime.View;

/**
 * Moments of the past that are kept in memory, so that a look back need not fold the log from its
 * beginning. States share what did not change, so one costs little; when there are too many, every
 * other one goes and the distance doubles. Written by the partition's thread, read by any.
 */
final class Checkpoints<O, K> {

    private static final int MOST = 64;
    private static final long FIRST_DISTANCE = 1_000;

    private volatile List<Checkpoint<O, K>> kept = List.of();
    private long distance = FIRST_DISTANCE;
    private long next = FIRST_DISTANCE;

    void clear() {
        kept = List.of();
        distance = FIRST_DISTANCE;
        next = FIRST_DISTANCE;
    }

    /**
     * @param folded how many events are in the present state
     */
    void offer(long folded, Supplier<Checkpoint<O, K>> present) {
        if (folded < next) {
            return;
        }
        List<Checkpoint<O, K>> more = new ArrayList<>(kept);
        more.add(present.get());
        if (more.size() > MOST) {
            distance *= 2;
            List<Checkpoint<O, K>> half = new ArrayList<>();
            for (int i = 1; i < more.size(); i += 2) {
                half.add(more.get(i));
            }
            more = half;
        }
        kept = List.copyOf(more);
        next = folded + distance;
    }

    /** The latest one that holds nothing recorded after an instant. */
    Optional<Checkpoint<O, K>> latest(Instant at) {
        return kept.reversed().stream()
                .filter(checkpoint -> !checkpoint.through().isAfter(at))
                .findFirst();
    }

    /**
     * @param through the latest {@code ce_time} of any event in it
     * @param nextOffsets where to read on, by topic; a topic that is not named from its beginning
     */
    record Checkpoint<O, K>(View<O, K> view, Instant through, Map<String, Long> nextOffsets) {
        Checkpoint {
            nextOffsets = Map.copyOf(nextOffsets);
        }
    }
}
