package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person was handed over to another authority or state (rule P9); the placement has ended.
 *
 * @param receiver code of the authority
 * @param assessmentId the non-refoulement assessment that it rests on
 * @param state the state that the receiver belongs to, ISO 3166-1 alpha-3; null in older events
 * @param at when it happened, as told; null for when it was recorded
 */
public record HandedOver(
        UUID personId,
        UUID placementId,
        String facilityId,
        String receiver,
        UUID assessmentId,
        Confidential<String> reason,
        @Nullable String state,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public HandedOver(
            UUID personId,
            UUID placementId,
            String facilityId,
            String receiver,
            UUID assessmentId,
            Confidential<String> reason,
            @Nullable String state) {
        this(personId, placementId, facilityId, receiver, assessmentId, reason, state, null);
    }
}
