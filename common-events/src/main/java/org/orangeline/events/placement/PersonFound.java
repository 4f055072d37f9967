package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person who was missing is where the placement says again (rule P17).
 *
 * @param foundAt when the person was found
 * @param note what is known. Sealed under the subject's key
 */
public record PersonFound(
        UUID personId,
        UUID placementId,
        String facilityId,
        Instant foundAt,
        Confidential<String> note)
        implements PersonPlacementEvent {}
