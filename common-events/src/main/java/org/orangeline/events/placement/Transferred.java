package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person arrived in the place of the transfer; the old place is free.
 *
 * @param transferId the transfer
 * @param from the facility that the person leaves
 * @param section the section; missing where the facility has none
 */
public record Transferred(
        UUID personId,
        UUID placementId,
        UUID transferId,
        String from,
        String facilityId,
        @Nullable String section)
        implements PersonPlacementEvent {}
