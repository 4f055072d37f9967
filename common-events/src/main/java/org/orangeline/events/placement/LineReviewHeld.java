package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.ReviewOutcome;

/**
 * A review looked at whether a person who waits under guard in a line is held lawfully (rule P10).
 *
 * @param reviewId the review
 * @param outcome what it said
 * @param members codes of who sat in it, never names
 * @param appealId the appeal that it answers, lodged on an order that was cancelled since
 * @param at when it happened, as told; null for when it was recorded
 */
public record LineReviewHeld(
        UUID personId,
        UUID reviewId,
        ReviewOutcome outcome,
        List<String> members,
        @Nullable UUID appealId,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    public LineReviewHeld {
        members = List.copyOf(members);
    }
}
