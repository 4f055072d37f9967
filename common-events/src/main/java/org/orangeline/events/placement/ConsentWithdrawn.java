package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person withdrew the consent to shelter (rule P14).
 *
 * @param note what the person said. Sealed under the subject's key
 * @param at when it happened, as told; null for when it was recorded
 */
public record ConsentWithdrawn(
        UUID personId,
        UUID placementId,
        String facilityId,
        Confidential<String> note,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public ConsentWithdrawn(
            UUID personId, UUID placementId, String facilityId, Confidential<String> note) {
        this(personId, placementId, facilityId, note, null);
    }
}
