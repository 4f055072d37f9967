package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;

/**
 * A person left a facility for a time; the place is kept.
 *
 * @param absenceId the absence
 * @param why why, as a code
 * @param expectedBack when the person is expected back
 * @param at when it happened, as told; null for when it was recorded
 */
public record AbsenceStarted(
        UUID personId,
        UUID placementId,
        UUID absenceId,
        String facilityId,
        AbsenceReason why,
        @Nullable Instant expectedBack,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public AbsenceStarted(
            UUID personId,
            UUID placementId,
            UUID absenceId,
            String facilityId,
            AbsenceReason why,
            @Nullable Instant expectedBack) {
        this(personId, placementId, absenceId, facilityId, why, expectedBack, null);
    }
}
