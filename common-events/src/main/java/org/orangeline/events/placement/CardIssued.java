package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture or internment card was made out (rule P12).
 *
 * @param cardNumber the card's number
 * @param at when it happened, as told; null for when it was recorded
 */
public record CardIssued(
        UUID personId, UUID placementId, String facilityId, String cardNumber, @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public CardIssued(UUID personId, UUID placementId, String facilityId, String cardNumber) {
        this(personId, placementId, facilityId, cardNumber, null);
    }
}
