package org.orangeline.placement.orders;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Violation;

/**
 * Whom a decision parts that moves nobody: an order or a transfer that is cancelled, a fact that
 * was not so, somebody missing who is found. What it breaks for the person, the family (P5, P6,
 * P15) or those to be kept apart (P8) is questioned with it (P14).
 *
 * @param before how it is
 * @param then how it is with the decision
 */
public record Parted(
        OperationPlacements before, OperationPlacements then, KnownOperation known, Instant now) {

    private static final String P15 = "P15";

    private static final List<String> RULES = List.of("P5", "P6", "P8", P15);

    /**
     * A decision with the questions about the person, the family and those to be kept apart.
     *
     * @param then the person's placement as it is with the decision
     */
    public static List<PlacementEvent> by(
            PersonPlacementEvent decided,
            Placement then,
            OperationPlacements state,
            KnownOperation known,
            Instant now) {
        var parted = new Parted(state, state.with(then), known, now);
        return Stream.concat(
                        Stream.of(decided),
                        known.person(decided.personId()).stream()
                                .flatMap(person ->
                                        Stream.of(
                                                        parted.asked(person),
                                                        parted.ofRelatives(person),
                                                        parted.ofKeptApart(person))
                                                .flatMap(found -> found)))
                .distinct()
                .toList();
    }

    /** The questions about the family alone. */
    public Stream<PlacementEvent> ofRelatives(PersonFacts person) {
        return known.relatives(person).flatMap(this::asked);
    }

    /** The questions about who is to be kept apart from the person (P8). */
    public Stream<PlacementEvent> ofKeptApart(PersonFacts person) {
        return known.merges().same(person.personId()).stream()
                .flatMap(record -> then.safeguards().apartFrom(record))
                .map(known.merges()::counts)
                .distinct()
                .flatMap(other -> known.person(other).stream())
                .flatMap(this::asked);
    }

    /**
     * Children whom the decision leaves among strangers, and who do not go themselves (P15).
     *
     * @param going the placements that the decision is about
     */
    public List<Placement> leftAmongStrangers(PersonFacts carer, Set<UUID> going) {
        return known.relatives(carer)
                .flatMap(one -> new Whereabouts(then, known).open(one.personId()))
                .filter(placement -> !going.contains(placement.placementId()))
                .filter(placement -> newly(placement).contains(P15))
                .toList();
    }

    private Stream<PlacementEvent> asked(PersonFacts person) {
        return new Whereabouts(then, known)
                .open(person.personId())
                .flatMap(placement -> question(person, placement).stream());
    }

    private Optional<PlacementEvent> question(PersonFacts person, Placement placement) {
        Set<String> broken = newly(placement);
        List<String> rules =
                RULES.stream()
                        .filter(broken::contains)
                        .filter(rule -> !placement.questioned().contains(rule))
                        .filter(rule -> !rule.equals("P6") || isParted(person, placement))
                        .toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(placement.question(rules));
    }

    private Set<String> newly(Placement placement) {
        Set<String> broken = new HashSet<>(broken(placement, then));
        before.placement(placement.placementId())
                .ifPresent(one -> broken.removeAll(broken(one, before)));
        return broken;
    }

    // Grown-ups who are to be moved, or admitted, are looked at again at the door, and so are those
    // who are to leave them.
    private boolean isParted(PersonFacts person, Placement placement) {
        return known.isChildOrInDoubt(person, now.atOffset(ZoneOffset.UTC).toLocalDate())
                || (placement.status() == Placement.Status.PLACED
                        && placement.transfer() == null
                        && known.relatives(person)
                                .flatMap(one -> new Whereabouts(then, known).open(one.personId()))
                                .noneMatch(one ->
                                        one.transfer() != null
                                                && one.facilityId()
                                                        .equals(placement.facilityId())));
    }

    // With whom somebody is counts where they are to be; on what basis, where they are.
    private Set<String> broken(Placement placement, OperationPlacements state) {
        return Stream.concat(
                        PlacementCase.of(placement, state, known, now)
                                .map(PlacementRules::standing)
                                .orElse(List.of())
                                .stream()
                                .filter(one -> one.rule().equals("P5")),
                        PlacementCase.at(
                                        placement,
                                        placement.destination(),
                                        List.of(),
                                        state,
                                        known,
                                        now)
                                .stream()
                                .flatMap(there ->
                                        Stream.concat(
                                                PlacementRules.standing(there).stream(),
                                                PlacementRules.arrangement(there).stream()))
                                .filter(one -> !one.rule().equals("P5")))
                .map(Violation::rule)
                .collect(Collectors.toSet());
    }
}
