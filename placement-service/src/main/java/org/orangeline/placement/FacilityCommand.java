package org.orangeline.placement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of who runs a facility, and of whether people may leave it, by two people. */
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
     */
    record RequestFacilityChange(
            String operation,
            String facilityId,
            @Nullable String authority,
            boolean mayLeave,
            FreeText reason,
            @Nullable Instant at)
            implements FacilityCommand {}

    /** A second person approves; gives {@code FacilityChanged}. */
    record ApproveFacilityChange(String operation, String facilityId, UUID changeId)
            implements FacilityCommand {}
}
