package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person escaped; the placement has ended.
 *
 * @param noticedAt when it was noticed
 * @param note what is known. Sealed under the subject's key
 */
public record Escaped(
        UUID personId,
        UUID placementId,
        String facilityId,
        Instant noticedAt,
        Confidential<String> note)
        implements PersonPlacementEvent {}
