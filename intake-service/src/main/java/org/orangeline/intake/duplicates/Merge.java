package org.orangeline.intake.duplicates;

import java.util.UUID;

/**
 * A merge, which lies over two registrations and changes neither.
 *
 * @param personId the registration that stays in use
 * @param otherId the one that leads to it
 * @param ended whether it was taken back
 */
public record Merge(UUID mergeId, UUID personId, UUID otherId, boolean ended) {}
