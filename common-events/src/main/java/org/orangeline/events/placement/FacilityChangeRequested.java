package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * Somebody asked that another authority runs a facility, or that people may leave it or may not; a
 * second person approves it (rules P9, P10).
 *
 * @param changeId what an approval refers to
 * @param authority code of the registered receiver that is to run it; null for the operation itself
 * @param mayLeave whether people may leave it from then on
 * @param reason why. Sealed under the facility's key
 * @param at since when it is so, as told; null for when a second person approves it
 */
public record FacilityChangeRequested(
        String facilityId,
        UUID changeId,
        @Nullable String authority,
        boolean mayLeave,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PlacementEvent {

    /** One that counts from its approval. */
    public FacilityChangeRequested(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            Confidential<String> reason) {
        this(facilityId, changeId, authority, mayLeave, reason, null);
    }

    @Override
    public String subject() {
        return facilityId;
    }
}
