package org.orangeline.intake.duplicates;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.intake.operations.OperationState;

/**
 * Pairs of possible duplicates as they stand after merges: each names the registrations in use, and
 * several that come to the same two people are one. A reversal takes each up as it was.
 */
public final class PairsInUse {

    private PairsInUse() {}

    /**
     * Every pair of two people who are registered, the likeliest of them.
     *
     * @param dismissed whether a human said of any registrations of the two that they are two
     *     people
     */
    public static List<Duplicate> of(OperationState state) {
        Map<String, Duplicate> pairs = new LinkedHashMap<>();
        state.duplicates().values().stream()
                .filter(pair -> !isOne(state, pair) && !isWithdrawn(state, pair))
                .map(pair -> inUse(state, pair))
                .sorted(LIKELIEST)
                .forEach(pair ->
                        pairs.merge(
                                Duplicate.key(pair.personId(), pair.otherId()),
                                pair,
                                (first, next) -> next.dismissed() ? first.dismiss() : first));
        return List.copyOf(pairs.values());
    }

    /** Pairs that turned out to be one person, as they were raised. */
    public static List<Duplicate> merged(OperationState state) {
        return state.duplicates().values().stream()
                .filter(pair -> isOne(state, pair) && !isWithdrawn(state, pair))
                .toList();
    }

    /** What was raised of any registrations of two people. */
    public static Stream<Duplicate> raised(OperationState state, UUID one, UUID other) {
        List<String> others = registrations(state, other);
        return registrations(state, one).stream()
                .flatMap(mine ->
                        others.stream()
                                .flatMap(theirs ->
                                        state
                                                .duplicate(
                                                        UUID.fromString(mine),
                                                        UUID.fromString(theirs))
                                                .stream()));
    }

    private static final Comparator<Duplicate> LIKELIEST =
            Comparator.comparingInt(Duplicate::score)
                    .reversed()
                    .thenComparing(Duplicate::since)
                    .thenComparing(Duplicate::personId)
                    .thenComparing(Duplicate::otherId);

    private static List<String> registrations(OperationState state, UUID person) {
        return state.merges().registrations(state.merges().inUse(person.toString()));
    }

    private static boolean isOne(OperationState state, Duplicate pair) {
        return inUse(state, pair.personId()).equals(inUse(state, pair.otherId()));
    }

    private static boolean isWithdrawn(OperationState state, Duplicate pair) {
        return state.require(pair.personId()).isWithdrawn()
                || state.require(pair.otherId()).isWithdrawn();
    }

    private static Duplicate inUse(OperationState state, Duplicate pair) {
        return new Duplicate(
                inUse(state, pair.personId()),
                inUse(state, pair.otherId()),
                pair.score(),
                pair.because(),
                pair.since(),
                pair.dismissed());
    }

    private static UUID inUse(OperationState state, UUID person) {
        return UUID.fromString(state.merges().inUse(person.toString()));
    }
}
