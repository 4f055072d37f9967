package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;

/**
 * A person was admitted where the person is held.
 *
 * @param basis one of detention: voluntary shelter is {@link ShelterProvided}
 * @param insideAlready why a person was inside before the rules were met, sealed on the wire; null
 *     for an ordinary admission
 * @param at when it happened, as told; null for when it was recorded
 */
public record PlacedInDetention(
        UUID personId,
        UUID placementId,
        String facilityId,
        Basis basis,
        @Nullable Confidential<String> insideAlready,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /**
     * @throws IllegalArgumentException when nobody is held on that basis
     */
    public PlacedInDetention {
        if (!basis.isDetention()) {
            throw new IllegalArgumentException("nobody is detained on the basis " + basis);
        }
    }

    /** One that was recorded when it happened. */
    public PlacedInDetention(
            UUID personId,
            UUID placementId,
            String facilityId,
            Basis basis,
            @Nullable Confidential<String> insideAlready) {
        this(personId, placementId, facilityId, basis, insideAlready, null);
    }
}
