package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * An override counts no longer: one who signed it, or a placement officer, takes it back before it
 * was used (rules P6, P8).
 *
 * @param overrideId the override
 * @param rule the rule, P6 or P8
 */
public record OverrideRevoked(
        UUID personId, UUID overrideId, String facilityId, String rule, Confidential<String> reason)
        implements PersonPlacementEvent {}
