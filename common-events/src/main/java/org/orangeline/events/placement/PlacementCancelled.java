package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * An order was cancelled before the admission; its place is free again.
 *
 * @param reason why, sealed on the wire
 */
public record PlacementCancelled(
        UUID personId, UUID placementId, String facilityId, Confidential<String> reason)
        implements PersonPlacementEvent {}
