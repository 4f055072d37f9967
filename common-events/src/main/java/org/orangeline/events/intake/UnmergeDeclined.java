package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human found that a merge is right which another one, or the same, had asked to take back: it
 * stands, and a later doubt begins anew.
 *
 * @param personId the registration that stays in use
 * @param mergeId the merge that stands
 * @param otherId the registration that leads to it
 * @param reason why, sealed on the wire
 */
public record UnmergeDeclined(
        UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
