package org.orangeline.events.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;

/**
 * A second officer approved a recommendation; the finding stands (rules S1, S3).
 *
 * @param grounds the codes; the statements stand in the recommendation, sealed
 * @param reason the approver's, sealed on the wire
 * @param at when the approver decided, where that was told; null means when it was recorded
 */
public record ScreeningConcluded(
        UUID personId,
        UUID recommendationId,
        Finding finding,
        List<GroundCode> grounds,
        List<String> evidence,
        String recommendedBy,
        String concludedBy,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonScreeningEvent {

    public ScreeningConcluded {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }
}
