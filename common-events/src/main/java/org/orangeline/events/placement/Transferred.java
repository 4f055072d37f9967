package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person arrived in the place of the transfer; the old place is free.
 *
 * @param transferId the transfer
 * @param from the facility that the person leaves
 * @param section the section; missing where the facility has none
 * @param at when it happened, as told; null for when it was recorded
 */
public record Transferred(
        UUID personId,
        UUID placementId,
        UUID transferId,
        String from,
        String facilityId,
        @Nullable String section,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public Transferred(
            UUID personId,
            UUID placementId,
            UUID transferId,
            String from,
            String facilityId,
            @Nullable String section) {
        this(personId, placementId, transferId, from, facilityId, section, null);
    }
}
