package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * An approver sent a recommendation back.
 *
 * @param reason why, sealed on the wire
 * @param at when the approver decided, where that was told; null means when it was recorded
 */
public record RecommendationReturned(
        UUID personId,
        UUID recommendationId,
        String returnedBy,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonScreeningEvent {}
