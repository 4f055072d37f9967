package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;

/**
 * A person was admitted where the person is held.
 *
 * @param insideAlready why a person was inside before the rules were met, sealed on the wire; null
 *     for an ordinary admission
 */
public record PlacedInDetention(
        UUID personId,
        UUID placementId,
        String facilityId,
        Basis basis,
        @Nullable Confidential<String> insideAlready)
        implements PersonPlacementEvent {}
