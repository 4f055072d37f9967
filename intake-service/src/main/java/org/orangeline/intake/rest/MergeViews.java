package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.duplicates.Merge;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.ProblemException;

/** Merges as officers see them; without names. */
final class MergeViews {

    private MergeViews() {}

    static List<View> standing(OperationState state, Status status) {
        return state.merges().byId().values().stream()
                .filter(merge -> !merge.ended() && Status.of(merge) == status)
                .sorted(Comparator.comparing(Merge::at).thenComparing(Merge::mergeId))
                .map(merge -> view(state, merge))
                .toList();
    }

    private static View view(OperationState state, Merge merge) {
        return new View(
                merge.mergeId(),
                merge.personId(),
                state.require(merge.personId()).registrationNumber(),
                merge.otherId(),
                state.require(merge.otherId()).registrationNumber(),
                merge.by(),
                merge.at(),
                merge.confirmedBy(),
                Status.of(merge).text());
    }

    /** Whether a second human found so too. */
    enum Status {
        UNCONFIRMED,
        CONFIRMED;

        static Status of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return UNCONFIRMED;
            }
            return Stream.of(values())
                    .filter(status -> status.text().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            ProblemException.badRequest(
                                    "status must be unconfirmed or confirmed."));
        }

        static Status of(Merge merge) {
            return merge.confirmedBy() == null ? UNCONFIRMED : CONFIRMED;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param personId the registration in use
     * @param otherId the one that leads to it
     * @param by who merged
     * @param confirmedBy the second human; null while nobody did
     */
    @Schema(name = "StandingMerge")
    public record View(
            UUID mergeId,
            UUID personId,
            String registrationNumber,
            UUID otherId,
            String otherRegistrationNumber,
            String by,
            Instant at,
            @Nullable String confirmedBy,
            String status) {}
}
