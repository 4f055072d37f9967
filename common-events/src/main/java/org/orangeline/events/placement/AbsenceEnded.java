package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person came back from an absence.
 *
 * @param absenceId the absence
 * @param at when it happened, as told; null for when it was recorded
 */
public record AbsenceEnded(
        UUID personId, UUID placementId, UUID absenceId, String facilityId, @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public AbsenceEnded(UUID personId, UUID placementId, UUID absenceId, String facilityId) {
        this(personId, placementId, absenceId, facilityId, null);
    }
}
