package org.orangeline.placement.questions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Violation;

/** What a standing placement breaks at the moment, by all registrations of the person. */
final class StandingRules {

    private StandingRules() {}

    static Stream<String> broken(
            Placement placement, OperationPlacements state, KnownOperation known, Context context) {
        return violations(placement, state, known, context).stream()
                .flatMap(List::stream)
                .map(Violation::rule);
    }

    /** Whether the rule is kept, as far as the person's facts are known. */
    static boolean isKept(
            Placement placement,
            String rule,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return violations(placement, state, known, context)
                .filter(all -> all.stream().noneMatch(one -> one.rule().equals(rule)))
                .isPresent();
    }

    /** What would keep the rule again; empty when it is kept. */
    static Optional<String> satisfiedBy(
            Placement placement,
            String rule,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return violations(placement, state, known, context).stream()
                .flatMap(List::stream)
                .filter(one -> one.rule().equals(rule))
                .map(Violation::detail)
                .findFirst();
    }

    private static Optional<List<Violation>> violations(
            Placement placement, OperationPlacements state, KnownOperation known, Context context) {
        return PlacementCase.of(placement, state, known, context.now())
                .map(one ->
                        Stream.concat(
                                        PlacementRules.standing(one).stream(),
                                        PlacementRules.arrangement(one).stream())
                                .toList());
    }
}
