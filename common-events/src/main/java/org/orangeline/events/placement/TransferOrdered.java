package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A human ordered a person to another place; a place is reserved there, and the one here is kept
 * until the arrival.
 *
 * @param transferId the transfer
 * @param from the facility that the person leaves
 * @param section the section; missing where the facility has none
 */
public record TransferOrdered(
        UUID personId,
        UUID placementId,
        UUID transferId,
        String from,
        String facilityId,
        @Nullable String section,
        Confidential<String> reason)
        implements PersonPlacementEvent {}
