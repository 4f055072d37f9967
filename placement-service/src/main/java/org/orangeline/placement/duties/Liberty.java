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
public record Liberty(Started since, @Nullable String decidedBy, @Nullable UUID mergeId) {}
