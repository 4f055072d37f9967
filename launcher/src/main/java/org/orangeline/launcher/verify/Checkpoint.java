package org.orangeline.launcher.verify;

import java.time.Instant;
import java.util.List;

/**
 * Where the hash chains ended at some time. Each hash stands for everything before it, so whoever
 * keeps a checkpoint can tell whether the log was cut off or written anew since then.
 *
 * @param time when it was taken
 * @param heads the last event of each partition that has one
 */
public record Checkpoint(Instant time, List<Head> heads) {
    /** Keeps a copy. */
    public Checkpoint {
        heads = List.copyOf(heads);
    }

    /**
     * The last event of a partition.
     *
     * @param service whose log it is
     * @param sequence of the event, from 1
     * @param hash of the event, 64 hex digits
     */
    public record Head(String service, int partition, long sequence, String hash) {
        /** Names the partition. */
        String place() {
            return service + "-" + partition;
        }
    }
}
