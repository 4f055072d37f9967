package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who was away for a time has not come back when expected, and counts as missing (rule
 * P17). Reported once for each absence.
 *
 * @param absenceId the absence
 * @param expectedBack when the person was expected
 */
public record AbsenceOverdue(
        UUID personId, UUID placementId, UUID absenceId, String facilityId, Instant expectedBack)
        implements PersonPlacementEvent {}
