package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Nobody knows where a person is who is to be in a facility, or to come there (rule P17).
 *
 * @param missingSince since when
 * @param note what is known. Sealed under the subject's key
 */
public record PersonMissing(
        UUID personId,
        UUID placementId,
        String facilityId,
        Instant missingSince,
        Confidential<String> note)
        implements PersonPlacementEvent {}
