package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person moved into shelter with consent; nobody is held.
 *
 * @param insideAlready why a person was inside before the rules were met, sealed on the wire; null
 *     for an ordinary admission
 */
public record ShelterProvided(
        UUID personId,
        UUID placementId,
        String facilityId,
        @Nullable Confidential<String> insideAlready)
        implements PersonPlacementEvent {}
