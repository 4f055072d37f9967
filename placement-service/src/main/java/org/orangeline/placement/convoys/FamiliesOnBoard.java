package org.orangeline.placement.convoys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.Care;

/**
 * P6 on the road: a child travels with one of those who care for it and are to go to the same
 * place, or stays with one.
 *
 * @param facilityId where the convoy goes
 * @param aboard who is on board; at the arrival, who arrived
 * @param today the day on which ages count
 */
record FamiliesOnBoard(
        String facilityId,
        Set<UUID> aboard,
        OperationPlacements state,
        KnownOperation known,
        LocalDate today) {

    static final String ID = "P6";

    FamiliesOnBoard {
        aboard = Set.copyOf(aboard);
    }

    /** Whether its departure takes a child from those who care for it, or them from the child. */
    boolean splitsFamily() {
        return aboard.stream()
                .filter(person -> !isOverridden(person))
                .flatMap(person -> known.person(person).stream())
                .anyMatch(person -> leavesCarers(person) || leavesChild(person));
    }

    private boolean leavesCarers(PersonFacts person) {
        return isChild(person)
                && carers(person).anyMatch(this::isToCome)
                && carers(person).noneMatch(this::isThere);
    }

    private boolean leavesChild(PersonFacts carer) {
        return leavesChildWaiting(carer)
                || known.wards(carer)
                        .filter(ward -> !known.isGone(ward) && isChild(ward) && isToCome(ward))
                        .anyMatch(ward ->
                                Care.besides(carer.personId(), ward, known)
                                        .allMatch(this::isThere));
    }

    /** A child that waits in the line, and nobody else who cares for it waits there. */
    private boolean leavesChildWaiting(PersonFacts carer) {
        return known.wards(carer)
                .filter(ward -> isChild(ward) && waits(ward))
                .anyMatch(
                        ward -> Care.besides(carer.personId(), ward, known).noneMatch(this::waits));
    }

    private boolean waits(PersonFacts person) {
        return where().isHere(person) && !where().isPlaced(person.personId());
    }

    /**
     * What those who did not arrive mean for the families: children are questioned who came without
     * anybody who cares for them, and children who did not come with those who do.
     */
    List<PlacementEvent> questioned(Set<UUID> missing) {
        Set<UUID> seen = new HashSet<>();
        List<PlacementEvent> questions = new ArrayList<>();
        missing.stream()
                .sorted()
                .flatMap(person -> known.person(person).stream())
                .flatMap(person -> Stream.concat(leftAlone(person, missing), lost(person, missing)))
                .filter(child -> seen.add(child.personId()))
                .forEach(child ->
                        where().open(child.personId())
                                .flatMap(placement -> question(child, placement, missing).stream())
                                .forEach(questions::add));
        return questions;
    }

    private Optional<PlacementEvent> question(
            PersonFacts child, Placement placement, Set<UUID> missing) {
        boolean amongStrangers =
                !isAmong(missing, child)
                        && Care.isAmongStrangers(
                                child,
                                placement,
                                carer -> !isAmong(missing, carer),
                                where(),
                                today);
        List<String> rules =
                (amongStrangers ? List.of(ID, "P15") : List.of(ID))
                        .stream().filter(rule -> !placement.questioned().contains(rule)).toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(placement.question(rules));
    }

    private Stream<PersonFacts> leftAlone(PersonFacts carer, Set<UUID> missing) {
        return known.wards(carer)
                .filter(ward -> !known.isGone(ward) && isChild(ward) && isThere(ward, missing))
                .filter(ward -> carers(ward).noneMatch(other -> isThere(other, missing)));
    }

    private Stream<PersonFacts> lost(PersonFacts person, Set<UUID> missing) {
        return Stream.of(person)
                .filter(this::isChild)
                .filter(child -> carers(child).anyMatch(carer -> isThere(carer, missing)))
                .filter(child -> carers(child).noneMatch(carer -> isAmong(missing, carer)));
    }

    private boolean isThere(PersonFacts person, Set<UUID> missing) {
        return !isAmong(missing, person) && isThere(person);
    }

    /** On board, or in the facility already. */
    private boolean isThere(PersonFacts person) {
        return isAmong(aboard, person)
                || where().open(person.personId())
                        .filter(placement -> placement.status() == Placement.Status.PLACED)
                        .anyMatch(placement -> placement.facilityId().equals(facilityId));
    }

    /** Is to go there too, and is not recorded as somebody who did not. */
    private boolean isToCome(PersonFacts person) {
        return !isThere(person)
                && where().open(person.personId())
                        .filter(placement -> placement.missing() == null)
                        .anyMatch(placement ->
                                placement.destination().facilityId().equals(facilityId));
    }

    // A convoy names the record under which a person is placed.
    private boolean isAmong(Set<UUID> people, PersonFacts person) {
        return known.merges().same(person.personId()).stream().anyMatch(people::contains);
    }

    private Whereabouts where() {
        return new Whereabouts(state, known);
    }

    private boolean isOverridden(UUID person) {
        return state.safeguards().signed(person, facilityId, ID).isPresent()
                || state.safeguards().used(person, facilityId, ID).isPresent();
    }

    private Stream<PersonFacts> carers(PersonFacts child) {
        return known.carers(child).filter(carer -> !known.isGone(carer));
    }

    private boolean isChild(PersonFacts person) {
        return known.isChildOrInDoubt(person, today);
    }
}
