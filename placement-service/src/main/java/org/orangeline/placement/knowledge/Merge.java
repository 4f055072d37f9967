package org.orangeline.placement.knowledge;

import java.util.UUID;

/**
 * Two records that a human declared one person's. Neither is changed by it.
 *
 * @param other who went in
 * @param into who stays
 * @param eventId id of {@code PersonsMerged}
 */
public record Merge(UUID mergeId, UUID other, UUID into, String eventId) {}
