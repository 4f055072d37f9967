package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person appealed; a review has to answer.
 *
 * @param appealId the appeal
 * @param statement what the person says. Sealed under the subject's key
 * @param at when it happened, as told; null for when it was recorded
 */
public record AppealLodged(
        UUID personId,
        UUID placementId,
        String facilityId,
        UUID appealId,
        Confidential<String> statement,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public AppealLodged(
            UUID personId,
            UUID placementId,
            String facilityId,
            UUID appealId,
            Confidential<String> statement) {
        this(personId, placementId, facilityId, appealId, statement, null);
    }
}
