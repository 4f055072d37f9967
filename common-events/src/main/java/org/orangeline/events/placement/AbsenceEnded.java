package org.orangeline.events.placement;

import java.util.UUID;

/**
 * A person came back from an absence.
 *
 * @param absenceId the absence
 */
public record AbsenceEnded(UUID personId, UUID placementId, UUID absenceId, String facilityId)
        implements PersonPlacementEvent {}
