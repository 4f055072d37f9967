package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    static List<View> list(OperationState state, Set<Status> asked) {
        return state.merges().byId().values().stream()
                .filter(merge -> !merge.ended() && asked.contains(Status.of(merge)))
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
                Status.of(merge).text());
    }

    /** Whether a second human is missing. */
    enum Status {
        /** Asked for by one human. */
        REQUESTED,
        STANDING,
        /** It stands, and one human asked to take it back. */
        REVERSAL_REQUESTED;

        /** The one that is named, or what waits for a second human. */
        static Set<Status> of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return EnumSet.of(REQUESTED, REVERSAL_REQUESTED);
            }
            return Stream.of(values())
                    .filter(status -> status.text().equals(text))
                    .findFirst()
                    .map(EnumSet::of)
                    .orElseThrow(() ->
                            ProblemException.badRequest(
                                    "status must be requested, standing or reversal-requested."));
        }

        static Status of(Merge merge) {
            if (merge.status() == Merge.Status.REQUESTED) {
                return REQUESTED;
            }
            return merge.reversalAsked() ? REVERSAL_REQUESTED : STANDING;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param personId the registration that stays in use
     * @param otherId the one that leads to it
     * @param by who asked last, for the merge or for its end
     */
    @Schema(name = "MergeState")
    public record View(
            UUID mergeId,
            UUID personId,
            String registrationNumber,
            UUID otherId,
            String otherRegistrationNumber,
            String by,
            Instant at,
            String status) {}
}
