package org.orangeline.intake.ages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * An assessment of an age.
 *
 * @param age with the margin
 * @param marginYears by how many years the method may be wrong either way
 * @param assessedBy id of the officer who assessed it; somebody else confirms it
 * @param confirmedBy null while it waits
 * @param before by registration, the age that counted before it was confirmed: a merge that is
 *     taken back gives it back
 */
public record AgeAssessment(
        UUID assessmentId,
        UUID personId,
        Age age,
        AgeMethod method,
        int marginYears,
        String assessedBy,
        Instant requestedAt,
        Confidential<String> reason,
        @Nullable String confirmedBy,
        PMap<String, Age> before) {

    /**
     * The least margin of every method but a document, in years. Methods that look at the body are
     * wrong by about two years either way, and whoever is asked how old somebody looks by more.
     */
    public static final int LEAST_MARGIN = 2;

    /** The most, in years: what is less sure says nothing. */
    public static final int MOST_MARGIN = 10;

    public static AgeAssessment requested(AgeAssessmentRequested event, Envelope envelope) {
        return new AgeAssessment(
                event.assessmentId(),
                event.personId(),
                event.age(),
                event.method(),
                event.marginYears(),
                event.assessedBy(),
                envelope.time(),
                event.reason(),
                null,
                ChampMap.empty());
    }

    public AgeAssessment confirmed(AgeAssessed event, Envelope envelope, OperationState state) {
        LocalDate day = envelope.time().atOffset(ZoneOffset.UTC).toLocalDate();
        PMap<String, Age> ages = ChampMap.empty();
        for (UUID registration : event.registrations()) {
            ages =
                    ages.plus(
                            registration.toString(),
                            AgeClaims.protecting(state, registration.toString(), day));
        }
        return new AgeAssessment(
                assessmentId,
                personId,
                age,
                method,
                marginYears,
                assessedBy,
                requestedAt,
                reason,
                event.confirmedBy(),
                ages);
    }

    public boolean waits() {
        return confirmedBy == null;
    }

    /** Whether the margin is one that the method can have. */
    public static boolean isPlausible(AgeMethod method, int marginYears) {
        int least = method == AgeMethod.DOCUMENT ? 0 : LEAST_MARGIN;
        return marginYears >= least && marginYears <= MOST_MARGIN;
    }
}
