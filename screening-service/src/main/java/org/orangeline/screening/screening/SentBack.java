package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.screening.Told;

/**
 * A recommendation that an approver sent back, until another one is made.
 *
 * @param finding that was recommended; null where the recommendation is not known
 * @param by id of the approver
 * @param at when, as told
 */
public record SentBack(UUID recommendationId, @Nullable Finding finding, String by, Instant at) {

    static SentBack of(
            RecommendationReturned event, @Nullable Recommendation recommended, Instant recorded) {
        return new SentBack(
                event.recommendationId(),
                recommended == null ? null : recommended.finding(),
                event.returnedBy(),
                Told.or(event.at(), recorded));
    }
}
