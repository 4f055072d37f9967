package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;

/**
 * A finding that a second officer approved.
 *
 * @param recommendationId of the recommendation that was approved
 * @param grounds their codes; the statements stand in the recommendation
 * @param recommendedBy id of the officer who recommended it
 * @param by id of the officer who approved it
 * @param eventId of the event that concluded it
 * @param overdueAt when it was reported that the person was not screened again in time
 * @param reopened whether it was called into question since: then it no longer stands
 */
public record Conclusion(
        UUID recommendationId,
        Finding finding,
        List<GroundCode> grounds,
        String recommendedBy,
        String by,
        Instant at,
        String eventId,
        @Nullable Instant overdueAt,
        boolean reopened) {

    public Conclusion {
        grounds = List.copyOf(grounds);
    }

    Conclusion(
            UUID recommendationId,
            Finding finding,
            List<GroundCode> grounds,
            String recommendedBy,
            String by,
            Instant at,
            String eventId) {
        this(recommendationId, finding, grounds, recommendedBy, by, at, eventId, null, false);
    }

    Conclusion questioned() {
        return new Conclusion(
                recommendationId,
                finding,
                grounds,
                recommendedBy,
                by,
                at,
                eventId,
                overdueAt,
                true);
    }

    Conclusion overdue(Instant reportedAt) {
        return new Conclusion(
                recommendationId,
                finding,
                grounds,
                recommendedBy,
                by,
                at,
                eventId,
                reportedAt,
                reopened);
    }
}
