package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.runtime.Limits;

/**
 * Knows when the view last was at the end of its log. The ends are those of one moment: under load
 * there is always more, and a view that reached them is as fresh as that moment.
 */
final class Freshness {

    private Map<TopicPartition, Long> ends = Map.of();
    private Map<Integer, Long> toFold = Map.of();
    private long askedAt = System.nanoTime() - Limits.HEAR_EVERY.toNanos();
    private volatile long heardAt = System.nanoTime() - Limits.STALE_AFTER.toNanos();

    /** Whether it is time to ask for the ends again. */
    boolean isDue() {
        return ends.isEmpty()
                && toFold.isEmpty()
                && System.nanoTime() - askedAt >= Limits.HEAR_EVERY.toNanos();
    }

    /**
     * @param when before they were asked for
     */
    void asked(long when, Map<TopicPartition, Long> now) {
        askedAt = when;
        ends = now;
    }

    boolean hasEnds() {
        return !ends.isEmpty();
    }

    Map<TopicPartition, Long> ends() {
        return ends;
    }

    /**
     * All that was announced up to the ends has been heard.
     *
     * @param last the last sequence of each partition
     */
    void announced(Map<Integer, Long> last) {
        ends = Map.of();
        toFold = Map.copyOf(last);
    }

    /** Asks whether what was announced is in the view, too. */
    void look(Folded folded) {
        if (!toFold.isEmpty()
                && toFold.entrySet().stream()
                        .allMatch(last -> folded.has(last.getKey(), last.getValue()))) {
            heardAt = askedAt;
            toFold = Map.of();
        }
    }

    /** Whether a partition's view has a sequence. */
    @FunctionalInterface
    interface Folded {
        boolean has(int partition, long sequence);
    }

    /** How long ago the view was known to be at the end of the log. */
    Duration since() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }
}
