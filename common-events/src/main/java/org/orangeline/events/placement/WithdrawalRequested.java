package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * One human says that a recorded fact was not so; it counts until a second one confirms (rule P18).
 *
 * @param withdrawalId the request
 * @param factId id of the event that recorded the fact
 * @param fact the event's name
 * @param reason why. Sealed under the subject's key
 */
public record WithdrawalRequested(
        UUID personId,
        UUID placementId,
        String facilityId,
        UUID withdrawalId,
        String factId,
        String fact,
        Confidential<String> reason)
        implements PersonPlacementEvent {}
