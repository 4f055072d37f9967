package org.orangeline.placement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FacilityLayout;

/**
 * Changes of who runs a facility, of whether people may leave it, and of its layout, by two people.
 */
public sealed interface FacilityCommand extends PlacementCommand {

    String facilityId();

    @Override
    default Set<String> subjects() {
        return Set.of(facilityId());
    }

    /**
     * Says how the facility is to be; gives {@code FacilityChangeRequested}.
     *
     * @param authority the registered receiver that is to run it; null for the operation itself
     * @param mayLeave whether who lives there may go
     * @param at since when it is so; null for when a second person approves it
     * @param layout what else is to be otherwise: then who runs it and who may leave stay as they
     *     are, whatever is said of them; null for nothing
     */
    record RequestFacilityChange(
            String operation,
            String facilityId,
            @Nullable String authority,
            boolean mayLeave,
            FreeText reason,
            @Nullable Instant at,
            @Nullable FacilityLayout layout)
            implements FacilityCommand {

        /** Who is to run it, and whether people may leave it. */
        public RequestFacilityChange(
                String operation,
                String facilityId,
                @Nullable String authority,
                boolean mayLeave,
                FreeText reason,
                @Nullable Instant at) {
            this(operation, facilityId, authority, mayLeave, reason, at, null);
        }

        /** Another layout. */
        public RequestFacilityChange(
                String operation, String facilityId, FacilityLayout layout, FreeText reason) {
            this(operation, facilityId, null, false, reason, null, layout);
        }
    }

    /** A second person approves; gives {@code FacilityChanged}. */
    record ApproveFacilityChange(String operation, String facilityId, UUID changeId)
            implements FacilityCommand {}
}
