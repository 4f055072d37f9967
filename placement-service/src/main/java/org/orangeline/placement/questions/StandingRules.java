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

    // With whom somebody is (P6, P8, P15) counts where they are to be: a family that is moved
    // leaves
    // and arrives one after the other.
    private static Optional<List<Violation>> violations(
            Placement placement, OperationPlacements state, KnownOperation known, Context context) {
        return PlacementCase.at(
                        placement, placement.destination(), List.of(), state, known, context.now())
                .map(there ->
                        Stream.of(
                                        PlacementCase.of(placement, state, known, context.now())
                                                .map(PlacementRules::standing)
                                                .orElse(List.of())
                                                .stream()
                                                .filter(one -> !isOfPeople(one)),
                                        PlacementRules.standing(there).stream()
                                                .filter(StandingRules::isOfPeople),
                                        PlacementRules.arrangement(there).stream(),
                                        PlacementRules.ofParted(there).stream())
                                .flatMap(found -> found)
                                .toList());
    }

    private static boolean isOfPeople(Violation violation) {
        return violation.rule().equals("P15");
    }
}
