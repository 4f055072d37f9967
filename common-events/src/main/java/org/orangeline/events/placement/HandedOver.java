package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person was handed over to another authority or state (rule P9); the placement has ended.
 *
 * @param receiver code of the authority, or ISO 3166-1 alpha-3 of the state
 * @param assessmentId the non-refoulement assessment that it rests on
 */
public record HandedOver(
        UUID personId,
        UUID placementId,
        String facilityId,
        String receiver,
        UUID assessmentId,
        Confidential<String> reason)
        implements PersonPlacementEvent {}
