package org.orangeline.placement.facilities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FacilityLayout;

/**
 * How one person asked that a facility is to be; no second one has approved it yet (rules P7, P9,
 * P10).
 *
 * @param authority the registered receiver that is to run it; null for the operation itself
 * @param mayLeave whether who lives there may go
 * @param at since when it is so; null for when a second person approves it
 * @param layout what else is to be otherwise; null for nothing
 */
public record FacilityRequest(
        UUID changeId,
        String facilityId,
        @Nullable String authority,
        boolean mayLeave,
        String requestedBy,
        @Nullable Instant at,
        @Nullable FacilityLayout layout) {}
