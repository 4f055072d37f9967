package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person was handed over to another authority or state (rule P9); the placement has ended.
 *
 * @param receiver code of the authority
 * @param assessmentId the non-refoulement assessment that it rests on
 * @param state the state that the receiver belongs to, ISO 3166-1 alpha-3; null in older events
 */
public record HandedOver(
        UUID personId,
        UUID placementId,
        String facilityId,
        String receiver,
        UUID assessmentId,
        Confidential<String> reason,
        @Nullable String state)
        implements PersonPlacementEvent {}
