package org.orangeline.placement.knowledge;

import java.util.UUID;

/**
 * Two records that a human declared one person's. Neither is changed by it.
 *
 * @param other who went in
 * @param into who stays
 * @param cause {@code PersonsMerged}
 */
public record Merge(UUID mergeId, UUID other, UUID into, Cause cause) {}
