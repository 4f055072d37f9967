package org.orangeline.events.placement;

import java.util.UUID;

/**
 * A person who left with a convoy was not in it when it arrived; the order stands until a human
 * settles it.
 *
 * @param convoyId the convoy
 */
public record DidNotArrive(UUID personId, UUID placementId, String facilityId, UUID convoyId)
        implements PersonPlacementEvent {}
