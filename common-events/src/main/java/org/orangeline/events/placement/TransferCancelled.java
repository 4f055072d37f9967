package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A transfer was cancelled before the arrival; the reserved place is free again.
 *
 * @param transferId the transfer
 */
public record TransferCancelled(
        UUID personId,
        UUID placementId,
        UUID transferId,
        String facilityId,
        Confidential<String> reason)
        implements PersonPlacementEvent {}
