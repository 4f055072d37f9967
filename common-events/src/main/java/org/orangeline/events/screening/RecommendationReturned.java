package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * An approver sent a recommendation back.
 *
 * @param reason why, sealed on the wire
 */
public record RecommendationReturned(
        UUID personId, UUID recommendationId, String returnedBy, Confidential<String> reason)
        implements PersonScreeningEvent {}
