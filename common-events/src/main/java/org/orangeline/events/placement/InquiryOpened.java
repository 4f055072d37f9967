package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry was opened into where a missing person is, or how a person died (rule P17; GC III 121,
 * GC IV 131).
 *
 * @param inquiryNumber the inquiry's number; never a name
 * @param at when it happened, as told; null for when it was recorded
 */
public record InquiryOpened(
        UUID personId,
        UUID placementId,
        String facilityId,
        String inquiryNumber,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public InquiryOpened(UUID personId, UUID placementId, String facilityId, String inquiryNumber) {
        this(personId, placementId, facilityId, inquiryNumber, null);
    }
}
