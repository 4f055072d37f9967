package org.orangeline.placement.facilities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other places that one person asked for and no second one has approved yet (rule P1). */
public record CapacityRequest(
        UUID changeId,
        String facilityId,
        @Nullable String section,
        Capacity capacity,
        String requestedBy) {}
