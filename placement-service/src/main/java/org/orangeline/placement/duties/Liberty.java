package org.orangeline.placement.duties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * It was decided that a person is to be free, and the person is not yet (rule P19).
 *
 * @param since what decided it, and since when the limit counts
 * @param decidedBy the human whose review says so; null when a finding or the person said it
 * @param mergeId the merge by which the finding is the person's, or null; undone, nothing was
 *     decided
 */
public record Liberty(Started since, @Nullable String decidedBy, @Nullable UUID mergeId) {

    /**
     * The limit counts from the first that said so, unless that falls with a merge; a review says
     * so whoever said it before.
     */
    public Liberty and(Liberty other) {
        if (mergeId != null && other.mergeId() == null) {
            return new Liberty(
                    other.since(), decidedBy == null ? other.decidedBy() : decidedBy, null);
        }
        return decidedBy != null || other.mergeId() != null
                ? this
                : new Liberty(since, other.decidedBy(), mergeId);
    }
}
