package org.orangeline.screening.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.screening.Told;

/**
 * One person's screening (rule S1):
 *
 * <pre>
 * NONE ----> OPENED ----> RECOMMENDED ----> CONCLUDED ----> REOPENED
 *               ^          ^      |           |               |
 *               |          |      v           | UNDETERMINED  |
 *               |        RETURNED             | only          |
 *               +-----------------------------+---------------+
 * </pre>
 *
 * <p>A recommendation opens what was not opened; one that was sent back is of the same screening.
 *
 * @param opening how it was begun; null before that, and when a conclusion has closed it
 * @param recommendation the open one; null unless RECOMMENDED
 * @param sentBack the recommendation that was sent back; null unless RETURNED
 * @param conclusion the last one; it stands until another one takes its place, or it is reopened
 */
public record Screening(
        Status status,
        @Nullable Opening opening,
        @Nullable Recommendation recommendation,
        @Nullable SentBack sentBack,
        @Nullable Conclusion conclusion) {

    public static final Screening NOT_BEGUN = new Screening(Status.NONE, null, null, null, null);

    public Screening opened(ScreeningOpened event, Instant at) {
        return new Screening(
                Status.OPENED, Opening.of(event, Told.or(event.at(), at)), null, null, conclusion);
    }

    public Screening answered(AnswersRecorded event) {
        return new Screening(
                status,
                opening == null ? null : opening.answered(event),
                recommendation,
                sentBack,
                conclusion);
    }

    public Screening recommended(FindingRecommended event, Instant at) {
        return new Screening(
                Status.RECOMMENDED,
                opening,
                new Recommendation(
                        event.recommendationId(),
                        event.finding(),
                        event.grounds(),
                        event.evidence(),
                        event.recommendedBy(),
                        event.capturedBy(),
                        Told.or(event.at(), at)),
                null,
                conclusion);
    }

    public Screening returned(RecommendationReturned event, Instant at) {
        return new Screening(
                Status.RETURNED, opening, null, SentBack.of(event, recommendation, at), conclusion);
    }

    public Screening concluded(ScreeningConcluded event, Envelope at) {
        return new Screening(
                Status.CONCLUDED, null, null, null, Conclusion.of(event, recommendation, at));
    }

    public Screening reopened() {
        return new Screening(
                Status.REOPENED,
                null,
                null,
                null,
                conclusion == null ? null : conclusion.questioned());
    }

    /** It was reported that the person was not screened again in time. */
    public Screening overdue(Instant reportedAt) {
        return new Screening(
                status,
                opening,
                recommendation,
                sentBack,
                conclusion == null ? null : conclusion.overdue(reportedAt));
    }

    /** The finding that stands; none while it is reopened. */
    public Optional<Finding> finding() {
        return Optional.ofNullable(conclusion)
                .filter(last -> !last.reopened())
                .map(Conclusion::finding);
    }

    /** A finding that closes the screening: UNDETERMINED is screened again. */
    public boolean isSettled() {
        return finding().filter(finding -> finding != Finding.UNDETERMINED).isPresent();
    }

    /** The conclusion after which a person has to be screened again. */
    public Optional<Conclusion> undetermined() {
        return Optional.ofNullable(conclusion)
                .filter(last -> !last.reopened() && last.finding() == Finding.UNDETERMINED);
    }

    /** Until when a person who was found UNDETERMINED is to be screened again. */
    public Optional<Instant> screenAgainBy(Function<Instant, Duration> within) {
        return undetermined().map(last -> last.at().plus(within.apply(last.at())));
    }

    Optional<Recommendation> open() {
        return Optional.ofNullable(recommendation);
    }

    /** How far it is. */
    public enum Status {
        NONE,
        OPENED,
        RECOMMENDED,
        RETURNED,
        CONCLUDED,
        REOPENED
    }
}
