package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person moved into shelter with consent; nobody is held.
 *
 * @param insideAlready why a person was inside before the rules were met, sealed on the wire; null
 *     for an ordinary admission
 * @param at when it happened, as told; null for when it was recorded
 */
public record ShelterProvided(
        UUID personId,
        UUID placementId,
        String facilityId,
        @Nullable Confidential<String> insideAlready,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public ShelterProvided(
            UUID personId,
            UUID placementId,
            String facilityId,
            @Nullable Confidential<String> insideAlready) {
        this(personId, placementId, facilityId, insideAlready, null);
    }
}
