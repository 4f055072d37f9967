package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.ReviewOutcome;

/**
 * A review looked at whether the ground still stands (rule P10).
 *
 * @param reviewId the review
 * @param outcome what it said
 * @param members codes of who sat in it, never names
 * @param appealId the appeal that it answers
 * @param at when it happened, as told; null for when it was recorded
 */
public record ReviewHeld(
        UUID personId,
        UUID placementId,
        String facilityId,
        UUID reviewId,
        ReviewOutcome outcome,
        List<String> members,
        @Nullable UUID appealId,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    public ReviewHeld {
        members = List.copyOf(members);
    }

    /** One that was recorded when it happened. */
    public ReviewHeld(
            UUID personId,
            UUID placementId,
            String facilityId,
            UUID reviewId,
            ReviewOutcome outcome,
            List<String> members,
            @Nullable UUID appealId,
            Confidential<String> reason) {
        this(personId, placementId, facilityId, reviewId, outcome, members, appealId, reason, null);
    }
}
