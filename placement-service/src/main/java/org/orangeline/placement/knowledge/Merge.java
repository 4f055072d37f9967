package org.orangeline.placement.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * Two records that a human declared one person's. Neither is changed by it.
 *
 * @param other who went in
 * @param into who stays
 * @param cause {@code PersonsMerged}
 * @param at when it was recorded
 * @param confirmed whether a second human found so too
 */
public record Merge(
        UUID mergeId, UUID other, UUID into, Cause cause, Instant at, boolean confirmed) {

    Merge confirm() {
        return new Merge(mergeId, other, into, cause, at, true);
    }
}
