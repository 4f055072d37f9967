package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FacilityLayout;

/**
 * A second person approved that another authority runs a facility, that people may leave it or may
 * not, or another layout. It counts from when it happened; people inside for whom it breaks a rule
 * are questioned (rules P9, P14), and the clocks begin where nobody may leave any more (rules P10
 * to P12).
 *
 * @param changeId what an approval refers to
 * @param authority code of the registered receiver that runs it; null for the operation itself
 * @param mayLeave whether people may leave it
 * @param requestedBy who asked for it. A subject id, never a name
 * @param at since when it is so, as told; null for when it was recorded
 * @param layout what else is to be otherwise; then who runs it and who may leave stay as they are
 */
public record FacilityChanged(
        String facilityId,
        UUID changeId,
        @Nullable String authority,
        boolean mayLeave,
        String requestedBy,
        @Nullable Instant at,
        @Nullable FacilityLayout layout)
        implements PlacementEvent {

    /** A change of who runs it, or of whether people may leave it. */
    public FacilityChanged(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            String requestedBy,
            @Nullable Instant at) {
        this(facilityId, changeId, authority, mayLeave, requestedBy, at, null);
    }

    /** One that counts from when it was recorded. */
    public FacilityChanged(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            String requestedBy) {
        this(facilityId, changeId, authority, mayLeave, requestedBy, null, null);
    }

    @Override
    public String subject() {
        return facilityId;
    }
}
