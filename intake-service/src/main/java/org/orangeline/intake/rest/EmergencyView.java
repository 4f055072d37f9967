package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.intake.emergency.EmergencyAccess;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.ProblemException;

/**
 * An access as those who review it see it.
 *
 * @param reviewOverdue whether it waits for a review for more than 72 hours
 */
@Schema(name = "EmergencyAccess")
public record EmergencyView(
        UUID accessId,
        UUID personId,
        String registrationNumber,
        String takenBy,
        Instant takenAt,
        Instant until,
        @Nullable String reason,
        boolean reviewOverdue,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Boolean justified,
        @Nullable String review) {

    static boolean isReviewed(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "", "open" -> false;
            case "reviewed" -> true;
            default -> throw ProblemException.badRequest("status must be open or reviewed.");
        };
    }

    static List<EmergencyView> all(
            OperationState state, boolean reviewed, Instant now, Opener keys) {
        return state.emergencies().byId().values().stream()
                .filter(access -> (access.review() != null) == reviewed)
                .sorted(
                        Comparator.comparing(EmergencyAccess::takenAt)
                                .thenComparing(EmergencyAccess::accessId))
                .map(access -> of(state, access, now, keys))
                .toList();
    }

    private static EmergencyView of(
            OperationState state, EmergencyAccess access, Instant now, Opener keys) {
        EmergencyAccess.Review review = access.review();
        return new EmergencyView(
                access.accessId(),
                access.personId(),
                state.require(access.personId()).registrationNumber(),
                access.takenBy(),
                access.takenAt(),
                access.until(),
                EventCodec.open(access.reason(), String.class, keys).orElse(null),
                access.isReviewOverdue(now),
                review == null ? null : review.by(),
                review == null ? null : review.at(),
                review == null ? null : review.justified(),
                review == null
                        ? null
                        : EventCodec.open(review.reason(), String.class, keys).orElse(null));
    }
}
