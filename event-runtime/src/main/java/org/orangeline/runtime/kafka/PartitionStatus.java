package org.orangeline.runtime.kafka;

import java.util.Map;

/**
 * A partition as this instance sees it, for health pages and metrics.
 *
 * @param partition which one
 * @param role what this instance is to it
 * @param tenure how often this instance came to lead it; another number means that somebody else
 *     may have led it in between
 * @param sequence last own event folded
 * @param target own events that were in the log when the instance started; -1 while unknown
 * @param learned last learned sequence by service
 * @param learnTargets what there was of each upstream service at the start
 * @param quarantined subjects held up by a record that cannot be read
 * @param fault why it stopped, or empty
 */
public record PartitionStatus(
        int partition,
        Role role,
        long tenure,
        long sequence,
        long target,
        Map<String, Long> learned,
        Map<String, Long> learnTargets,
        int quarantined,
        String fault) {

    /** Whether all that was there at the start is folded. */
    public boolean isCaughtUp() {
        return target >= 0
                && fault.isEmpty()
                && sequence >= target
                && learnTargets.entrySet().stream()
                        .allMatch(entry ->
                                learned.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }
}
