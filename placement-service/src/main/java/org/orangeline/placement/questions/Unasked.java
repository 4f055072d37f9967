package org.orangeline.placement.questions;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.safeguards.RuleOverride;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;

/** What a standing placement breaks by the rules themselves, and nobody asked or signed for. */
final class Unasked {

    /** What depends on who else is where: families, strangers, whom to keep apart, whose place. */
    private static final Set<String> OF_PEOPLE = Set.of("P6", "P7", "P8", "P9", "P15");

    private static final Actor READER = Actor.machine("verify");

    private Unasked() {}

    static Set<String> of(
            Placement placement, OperationPlacements state, KnownOperation known, Instant now) {
        Set<String> broken = new HashSet<>();
        StandingRules.broken(placement, state, known, new Context(now, READER, "verify"))
                .filter(rule -> PlacementRules.isNeverLifted(rule) || OF_PEOPLE.contains(rule))
                .filter(rule -> !isAsked(rule, placement, state, known))
                .filter(rule -> !rule.equals("P6") || isFamilyUnasked(placement, state, known))
                .forEach(broken::add);
        return broken;
    }

    // One question is enough for a family that is apart; and who has just come waits to be placed.
    private static boolean isFamilyUnasked(
            Placement placement, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        List<UUID> self = known.merges().same(placement.personId());
        return others(placement.personId(), known)
                .filter(other -> !self.contains(other))
                .map(other -> where.open(other).toList())
                .allMatch(placed ->
                        !placed.isEmpty()
                                && placed.stream()
                                        .noneMatch(one -> isAsked("P6", one, state, known)));
    }

    private static boolean isAsked(
            String rule, Placement placement, OperationPlacements state, KnownOperation known) {
        return placement.questioned(known.merges()::stands).contains(rule)
                || placement
                        .questions()
                        .isSettled(rule, known.causes(placement.personId()).toList())
                || isSigned(rule, placement, state);
    }

    private static boolean isSigned(String rule, Placement placement, OperationPlacements state) {
        return state.safeguards().overrides(placement.personId()).stream()
                .anyMatch(one -> one.rule().equals(rule) && isUsedBy(one, placement));
    }

    // Whom the person's facts or whereabouts concern as well.
    static Stream<UUID> others(UUID person, KnownOperation known) {
        return Stream.concat(
                known.merges().same(person).stream(),
                known.person(person).stream().flatMap(known::relatives).map(PersonFacts::personId));
    }

    static boolean isUsedBy(RuleOverride one, Placement placement) {
        return one.status() == RuleOverride.Status.USED
                && placement.placementId().equals(one.usedBy());
    }
}
