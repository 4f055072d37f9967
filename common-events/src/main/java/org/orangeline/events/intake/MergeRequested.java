package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human found that two registrations are of one person. Nothing follows before another human
 * finds so too: then {@code PersonsMerged} is recorded.
 *
 * @param personId the registration that is to stay in use
 * @param mergeId names the merge
 * @param otherId the registration that is to lead to it
 * @param reason why, sealed on the wire
 */
public record MergeRequested(UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
