package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.duplicates.PairsInUse;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.ProblemException;

/** Possible duplicates as officers see them; without names. */
final class DuplicateViews {

    private DuplicateViews() {}

    static List<Pair> pairs(OperationState state, Status status) {
        List<Duplicate> pairs =
                status == Status.MERGED ? PairsInUse.merged(state) : PairsInUse.of(state);
        return pairs.stream()
                .filter(pair ->
                        status == Status.MERGED || pair.dismissed() == (status == Status.DISMISSED))
                .sorted(
                        Comparator.comparingInt(Duplicate::score)
                                .reversed()
                                .thenComparing(Duplicate::since)
                                .thenComparing(Duplicate::personId)
                                .thenComparing(Duplicate::otherId))
                .map(duplicate -> pair(state, duplicate, status))
                .toList();
    }

    private static Pair pair(OperationState state, Duplicate duplicate, Status status) {
        Person person = state.require(duplicate.personId());
        Person other = state.require(duplicate.otherId());
        return new Pair(
                duplicate.personId(),
                person.registrationNumber(),
                duplicate.otherId(),
                other.registrationNumber(),
                duplicate.score(),
                duplicate.because(),
                duplicate.since(),
                status.name().toLowerCase(Locale.ROOT));
    }

    /** What a human made of a pair. */
    enum Status {
        OPEN,
        DISMISSED,
        MERGED;

        static Status of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return OPEN;
            }
            return Stream.of(values())
                    .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            ProblemException.badRequest(
                                    "status must be open, dismissed or merged."));
        }
    }

    /**
     * @param personId the later registration; after a merge the one in use
     * @param otherId the earlier one; after a merge the one in use
     * @param score 0 to 100
     * @param because codes of what agrees
     */
    @Schema(name = "PossibleDuplicate")
    public record Pair(
            UUID personId,
            String registrationNumber,
            UUID otherId,
            String otherRegistrationNumber,
            int score,
            List<String> because,
            Instant since,
            String status) {}
}
