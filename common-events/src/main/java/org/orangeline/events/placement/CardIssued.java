package org.orangeline.events.placement;

import java.util.UUID;

/**
 * A capture or internment card was made out (rule P12).
 *
 * @param cardNumber the card's number
 */
public record CardIssued(UUID personId, UUID placementId, String facilityId, String cardNumber)
        implements PersonPlacementEvent {}
