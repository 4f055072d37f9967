package org.orangeline.placement;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.facilities.Capacity;

/** Changes of a facility's places, by two people (rule P1). */
public sealed interface CapacityCommand extends PlacementCommand {

    String facilityId();

    @Override
    default Set<String> subjects() {
        return Set.of(facilityId());
    }

    /** Asks for other places; gives {@code CapacityChangeRequested}. */
    record RequestCapacity(
            String operation,
            String facilityId,
            @Nullable String section,
            Capacity capacity,
            FreeText reason)
            implements CapacityCommand {}

    /** A second person approves; gives {@code CapacityChanged}. */
    record ApproveCapacity(String operation, String facilityId, UUID changeId)
            implements CapacityCommand {}
}
