package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;

/**
 * A person left a facility free; also the end of a voluntary shelter.
 *
 * @param basis the basis of the placement that ended
 * @param reason why, sealed on the wire
 * @param legalReference the decision it rests on
 * @param kind where to; null in older events
 * @param at when it happened, as told; null for when it was recorded
 */
public record ReleasedFromDetention(
        UUID personId,
        UUID placementId,
        String facilityId,
        Basis basis,
        Confidential<String> reason,
        @Nullable String legalReference,
        @Nullable DepartureKind kind,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public ReleasedFromDetention(
            UUID personId,
            UUID placementId,
            String facilityId,
            Basis basis,
            Confidential<String> reason,
            @Nullable String legalReference,
            @Nullable DepartureKind kind) {
        this(personId, placementId, facilityId, basis, reason, legalReference, kind, null);
    }
}
