package org.orangeline.events.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A human found that a merge was wrong. It stands until another human finds so too: then {@code
 * PersonsUnmerged} is recorded. One that was only asked for is dropped by this.
 *
 * @param personId the registration that stays in use
 * @param mergeId the merge that is to be taken back
 * @param otherId the registration that leads to it
 * @param reason why, sealed on the wire
 * @param dropped true where no second human had confirmed the merge; null in older events
 */
public record UnmergeRequested(
        UUID personId,
        UUID mergeId,
        UUID otherId,
        Confidential<String> reason,
        @Nullable Boolean dropped)
        implements PersonIntakeEvent {

    /** Of a merge that stands. */
    public UnmergeRequested(
            UUID personId, UUID mergeId, UUID otherId, Confidential<String> reason) {
        this(personId, mergeId, otherId, reason, null);
    }
}
