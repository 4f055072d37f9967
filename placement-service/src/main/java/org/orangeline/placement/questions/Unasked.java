package org.orangeline.placement.questions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.safeguards.RuleOverride;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;

/** What a standing placement breaks by the rules themselves, and nobody asked or signed for. */
final class Unasked {

    /** Whom to keep apart, and whose place it is. */
    private static final Set<String> OF_PEOPLE = Set.of("P8", "P9");

    private static final Actor READER = Actor.machine("verify");

    private Unasked() {}

    static Set<String> of(
            Placement placement, OperationPlacements state, KnownOperation known, Instant now) {
        Set<String> broken = new HashSet<>();
        StandingRules.broken(placement, state, known, new Context(now, READER, "verify"))
                .filter(rule -> PlacementRules.isNeverLifted(rule) || OF_PEOPLE.contains(rule))
                .filter(rule -> !isAsked(rule, placement, state, known))
                .forEach(broken::add);
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        broken.addAll(new PlacedTogether(state, known, today).broken(placement));
        return broken;
    }

    /** Whether somebody was asked about it, two people settled it, or signed for it. */
    static boolean isAsked(
            String rule, Placement placement, OperationPlacements state, KnownOperation known) {
        return placement.questioned(known.merges()::stands).contains(rule)
                || placement
                        .questions()
                        .isSettled(rule, known.causes(placement.personId()).toList())
                || known.merges().same(placement.personId()).stream()
                        .flatMap(record -> state.safeguards().overrides(record).stream())
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
