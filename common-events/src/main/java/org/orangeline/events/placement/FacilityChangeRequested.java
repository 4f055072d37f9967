package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.FacilityLayout;

/**
 * Somebody asked that another authority runs a facility, that people may leave it or may not, or
 * for another layout; a second person approves it (rules P7, P9, P10).
 *
 * @param changeId what an approval refers to
 * @param authority code of the registered receiver that is to run it; null for the operation itself
 * @param mayLeave whether people may leave it from then on
 * @param reason why. Sealed under the facility's key
 * @param at since when it is so, as told; null for when a second person approves it
 * @param layout what else is to be otherwise; then who runs it and who may leave stay as they are
 */
public record FacilityChangeRequested(
        String facilityId,
        UUID changeId,
        @Nullable String authority,
        boolean mayLeave,
        Confidential<String> reason,
        @Nullable Instant at,
        @Nullable FacilityLayout layout)
        implements PlacementEvent {

    /** A change of who runs it, or of whether people may leave it. */
    public FacilityChangeRequested(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            Confidential<String> reason,
            @Nullable Instant at) {
        this(facilityId, changeId, authority, mayLeave, reason, at, null);
    }

    /** One that counts from its approval. */
    public FacilityChangeRequested(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            Confidential<String> reason) {
        this(facilityId, changeId, authority, mayLeave, reason, null, null);
    }

    @Override
    public String subject() {
        return facilityId;
    }
}
