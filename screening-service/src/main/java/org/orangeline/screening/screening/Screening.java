package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.ScreeningConcluded;

/**
 * One person's screening (rule S1):
 *
 * <pre>
 * NONE ----> RECOMMENDED ----> CONCLUDED
 *             ^      |           |
 *             |      v           | UNDETERMINED only
 *             +-- RETURNED       |
 *             +------------------+
 * </pre>
 *
 * @param recommendation the open one; null unless RECOMMENDED
 * @param conclusion the last one; it stands until another one takes its place
 */
public record Screening(
        Status status, @Nullable Recommendation recommendation, @Nullable Conclusion conclusion) {

    public static final Screening NOT_BEGUN = new Screening(Status.NONE, null, null);

    public Screening recommended(FindingRecommended event, Instant at) {
        return new Screening(
                Status.RECOMMENDED,
                new Recommendation(
                        event.recommendationId(),
                        event.finding(),
                        event.grounds(),
                        event.evidence(),
                        event.recommendedBy(),
                        at),
                conclusion);
    }

    public Screening returned() {
        return new Screening(Status.RETURNED, null, conclusion);
    }

    public Screening concluded(ScreeningConcluded event, Instant at) {
        return new Screening(
                Status.CONCLUDED,
                null,
                new Conclusion(
                        event.finding(),
                        event.grounds(),
                        event.recommendedBy(),
                        event.concludedBy(),
                        at));
    }

    /** A finding that closes the screening: UNDETERMINED is screened again. */
    boolean isSettled() {
        return conclusion != null && conclusion.finding() != Finding.UNDETERMINED;
    }

    Optional<Recommendation> open() {
        return Optional.ofNullable(recommendation);
    }

    /** How far it is. */
    public enum Status {
        NONE,
        RECOMMENDED,
        RETURNED,
        CONCLUDED
    }
}
