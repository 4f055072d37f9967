package org.orangeline.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.intake.arrival.StatedAge;

/** Assessing an age, by two humans. */
public sealed interface AgeCommand extends IntakeCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /**
     * The first human says what the assessment gave; gives {@code AgeAssessmentRequested}.
     *
     * @param age as the method gave it, without the margin
     * @param marginYears by how many years the method may be wrong either way
     * @param at when it was assessed: a range refers to that day; null means now
     */
    record RequestAgeAssessment(
            String operation,
            UUID personId,
            StatedAge age,
            AgeMethod method,
            int marginYears,
            Confidential<String> reason,
            @Nullable Instant at)
            implements AgeCommand {}

    /**
     * A second human confirms it; gives {@code AgeAssessed}, {@code PersonDetailsCorrected} and
     * {@code FieldConflictSettled} for every age that was disputed.
     */
    record ConfirmAgeAssessment(String operation, UUID personId, UUID assessmentId)
            implements AgeCommand {}
}
