package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.Ground;

/**
 * A human ordered a placement; the place is reserved (rules P1 to P7).
 *
 * @param ground the order's own ground, where the basis needs one
 * @param legalReference the provision it rests on, where the basis needs one
 * @param accompanies the relative beside whom a dependant is placed
 * @param consent for voluntary shelter
 * @param custodySince earliest plausible moment of custody (rule P10)
 * @param reviewDue first review; null when the person is not held
 * @param section the facility's section; null where it has none
 * @param overrides signed overrides that it rests on (rules P6, P8); null or empty when there are
 *     none
 * @param custodyStartedBy id of the event with which custody began in a line; null when it did not,
 *     or that is not known
 */
public record PlacementOrdered(
        UUID personId,
        UUID placementId,
        String facilityId,
        Basis basis,
        @Nullable Ground ground,
        @Nullable String legalReference,
        @Nullable UUID accompanies,
        @Nullable Consent consent,
        Instant custodySince,
        @Nullable Instant reviewDue,
        String orderedBy,
        @Nullable String section,
        @Nullable List<UUID> overrides,
        @Nullable String custodyStartedBy)
        implements PersonPlacementEvent {

    public PlacementOrdered {
        overrides = overrides == null ? null : List.copyOf(overrides);
    }

    /** Of who was in no line under guard. */
    public PlacementOrdered(
            UUID personId,
            UUID placementId,
            String facilityId,
            Basis basis,
            @Nullable Ground ground,
            @Nullable String legalReference,
            @Nullable UUID accompanies,
            @Nullable Consent consent,
            Instant custodySince,
            @Nullable Instant reviewDue,
            String orderedBy,
            @Nullable String section,
            @Nullable List<UUID> overrides) {
        this(
                personId,
                placementId,
                facilityId,
                basis,
                ground,
                legalReference,
                accompanies,
                consent,
                custodySince,
                reviewDue,
                orderedBy,
                section,
                overrides,
                null);
    }
}
