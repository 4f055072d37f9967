package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;

/**
 * A human assessed a person's age and asks another human to confirm it. Nothing counts differently
 * until then.
 *
 * @param age with the margin: the whole range that is possible
 * @param marginYears by how many years the method may be wrong either way
 * @param assessedBy id of the officer
 * @param reason what the assessment rests on, sealed on the wire
 * @param at when the age was assessed, where that was told; null means when it was recorded
 */
public record AgeAssessmentRequested(
        UUID personId,
        UUID assessmentId,
        Age age,
        AgeMethod method,
        int marginYears,
        String assessedBy,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonIntakeEvent {}
