package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person died in a facility; the placement has ended.
 *
 * @param diedAt when the person died
 * @param circumstances what is known. Sealed under the subject's key
 */
public record DiedInCustody(
        UUID personId,
        UUID placementId,
        String facilityId,
        Instant diedAt,
        Confidential<String> circumstances)
        implements PersonPlacementEvent {}
