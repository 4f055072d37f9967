package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Somebody had asked to take a merge back, and a human found that it is right. The merge stands;
 * who doubts it later needs two humans again.
 *
 * @param personId the registration that stays in use
 * @param mergeId the merge that stands
 * @param otherId the registration that leads to it
 * @param reason why, sealed on the wire
 */
public record UnmergeDeclined(
        UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
