package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human found that a merge was wrong. It stands until another human finds so too: then {@code
 * PersonsUnmerged} is recorded.
 *
 * @param personId the registration that stays in use
 * @param mergeId the merge that is to be taken back
 * @param otherId the registration that leads to it
 * @param reason why, sealed on the wire
 */
public record UnmergeRequested(
        UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
