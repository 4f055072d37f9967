package org.orangeline.screening.screening;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * A finding that a second officer approved.
 *
 * @param recommendationId of the recommendation that was approved
 * @param grounds without their statements, which stand in the recommendation
 * @param recommendedBy id of the officer who recommended it
 * @param recommendedAt when, as told
 * @param by id of the officer who approved it
 * @param eventId of the event that concluded it
 * @param overdueAt when it was reported that the person was not screened again in time
 * @param reopened whether it was called into question since: then it no longer stands
 */
public record Conclusion(
        UUID recommendationId,
        Finding finding,
        List<BareGround> grounds,
        String recommendedBy,
        Instant recommendedAt,
        String by,
        Instant at,
        String eventId,
        @Nullable Instant overdueAt,
        boolean reopened) {

    public Conclusion {
        grounds = List.copyOf(grounds);
    }

    static Conclusion of(
            ScreeningConcluded event, @Nullable Recommendation recommended, Envelope recorded) {
        Instant at = Told.or(event.at(), recorded.time());
        return new Conclusion(
                event.recommendationId(),
                event.finding(),
                recommended == null
                        ? event.grounds().stream().map(BareGround::of).toList()
                        : recommended.grounds().stream().map(BareGround::of).toList(),
                event.recommendedBy(),
                recommended == null ? at : recommended.at(),
                event.concludedBy(),
                at,
                recorded.id(),
                null,
                false);
    }

    /** The codes of the grounds. */
    public List<GroundCode> codes() {
        return grounds.stream().map(BareGround::code).distinct().toList();
    }

    /** What the rules of a finding look at, by what is known of the person today. */
    public Case asOfTheRecommendation(KnownPerson person) {
        return Case.of(
                finding,
                grounds.stream().map(BareGround::ground).toList(),
                person,
                recommendedAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    Conclusion questioned() {
        return new Conclusion(
                recommendationId,
                finding,
                grounds,
                recommendedBy,
                recommendedAt,
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
                recommendedAt,
                by,
                at,
                eventId,
                reportedAt,
                reopened);
    }
}
