package org.orangeline.events.placement;

import java.util.UUID;

/**
 * A second person signed an override; now it counts (rules P6, P8).
 *
 * @param overrideId the override
 * @param rule the rule, P6 or P8
 * @param requestedBy who signed first. A subject id, never a name
 */
public record OverrideSigned(
        UUID personId, UUID overrideId, String facilityId, String rule, String requestedBy)
        implements PersonPlacementEvent {}
