package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human found that two registrations are of one person. Neither record changes: the merge lies
 * over them, until it is taken back.
 *
 * @param personId the registration that stays in use
 * @param mergeId names the merge
 * @param otherId the registration that leads to it from now on
 * @param reason why, sealed on the wire
 */
public record PersonsMerged(UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
