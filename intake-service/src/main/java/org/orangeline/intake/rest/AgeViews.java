package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.intake.ages.AgeAssessment;
import org.orangeline.intake.operations.OperationState;

/** Assessments of ages as officers see them. */
final class AgeViews {

    private AgeViews() {}

    static List<Assessment> all(OperationState state, Opener keys) {
        return state.conflicts().assessments().values().stream()
                .sorted(
                        Comparator.comparing(AgeAssessment::requestedAt)
                                .thenComparing(AgeAssessment::assessmentId))
                .map(one ->
                        new Assessment(
                                one.assessmentId(),
                                one.personId(),
                                state.require(one.personId()).registrationNumber(),
                                one.age(),
                                one.method(),
                                one.marginYears(),
                                one.assessedBy(),
                                one.requestedAt(),
                                EventCodec.open(one.reason(), String.class, keys).orElse(null),
                                one.confirmedBy()))
                .toList();
    }

    /**
     * @param age with the margin
     * @param reason null once the identity was erased
     * @param confirmedBy null while it waits for a second human
     */
    @Schema(name = "AgeAssessment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assessment(
            UUID assessmentId,
            UUID personId,
            String registrationNumber,
            Age age,
            AgeMethod method,
            int marginYears,
            String assessedBy,
            Instant requestedAt,
            @Nullable String reason,
            @Nullable String confirmedBy) {}
}
