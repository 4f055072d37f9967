package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tracing bureau was told where the person is, or what has changed (rule P12).
 *
 * @param noticeNumber the notice's number
 * @param at when it happened, as told; null for when it was recorded
 */
public record BureauNotified(
        UUID personId,
        UUID placementId,
        String facilityId,
        String noticeNumber,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public BureauNotified(UUID personId, UUID placementId, String facilityId, String noticeNumber) {
        this(personId, placementId, facilityId, noticeNumber, null);
    }
}
