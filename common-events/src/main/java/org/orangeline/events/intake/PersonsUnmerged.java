package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A merge was wrong: both registrations count again, exactly as they stand.
 *
 * @param mergeId the merge that is taken back
 * @param reason why, sealed on the wire
 */
public record PersonsUnmerged(
        UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}
