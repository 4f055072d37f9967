package org.orangeline.placement.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.Care;
import org.orangeline.placement.rules.Neighbours;

/**
 * P14: when a placement ends or moves, those who are held only to accompany that person have no
 * ground left (P5), children whom nobody else there cares for are alone (P6), and adults without a
 * child or a family are among strangers (P15, P7); children are when the person is missing, too
 * (P17), or away for long. Their placements are questioned in the same transaction.
 */
public final class LeftBehind {

    private LeftBehind() {}

    public static List<PlacementEvent> after(
            PersonPlacementEvent ended,
            OperationPlacements state,
            KnownOperation known,
            LocalDate today) {
        List<PlacementEvent> events = new ArrayList<>(List.of(ended));
        var where = new Whereabouts(state, known);
        Optional<PersonFacts> person = known.person(ended.personId());
        person.stream()
                .flatMap(known::relatives)
                .flatMap(relative ->
                        where.open(relative.personId())
                                .map(placement ->
                                        question(
                                                placement,
                                                broken(
                                                        ended,
                                                        person.get(),
                                                        relative,
                                                        placement,
                                                        where,
                                                        today))))
                .flatMap(Optional::stream)
                .forEach(events::add);
        return List.copyOf(events);
    }

    private static List<String> broken(
            PersonPlacementEvent ended,
            PersonFacts carer,
            PersonFacts relative,
            Placement placement,
            Whereabouts where,
            LocalDate today) {
        KnownOperation known = where.known();
        boolean isWard = known.isChildOrInDoubt(relative, today) && known.cares(carer, relative);
        boolean amongStrangers =
                isWard
                        && Care.isLeftAmongStrangers(
                                ended, carer, relative, placement, where, today);
        if (goesAlong(ended, placement) || ended instanceof AbsenceStarted) {
            return amongStrangers ? List.of("P15") : List.of();
        }
        List<String> rules = new ArrayList<>();
        if (placement.basis() == Basis.ACCOMPANYING_FAMILY
                && placement.accompanies() != null
                && known.merges().isSame(ended.personId(), placement.accompanies())
                && !isAlarm(ended)) {
            rules.add("P5");
        }
        // Only carers are asked for: who has none known is raised by intake.
        boolean othersCare =
                Care.isGivenBesides(
                        carer.personId(),
                        relative,
                        placement.destination().facilityId(),
                        known,
                        where::caringAt);
        boolean wasTogether =
                where.isBoundFor(ended.personId(), placement.destination().facilityId());
        if (isWard && wasTogether && !othersCare) {
            rules.add("P6");
        }
        if (amongStrangers
                || (!isAlarm(ended)
                        && isAdultWithoutWard(carer, relative, placement, where, today))) {
            rules.add("P15");
        }
        if (!isAlarm(ended) && isAloneInQuarters(carer, relative, placement, where, today)) {
            rules.add("P7");
        }
        return rules;
    }

    // P15: a place for children takes an adult only beside a child in its care.
    private static boolean isAdultWithoutWard(
            PersonFacts gone,
            PersonFacts adult,
            Placement placement,
            Whereabouts where,
            LocalDate today) {
        KnownOperation known = where.known();
        String facility = placement.destination().facilityId();
        return where.state()
                        .facility(facility)
                        .filter(one -> Care.isForChildren(one, placement.destination()))
                        .isPresent()
                && !known.isChildOrInDoubt(adult, today)
                && known.isCarer(adult, gone)
                && known.wards(adult)
                        .filter(ward -> !known.merges().isSame(ward.personId(), gone.personId()))
                        .filter(ward -> known.isChildOrInDoubt(ward, today))
                        .filter(ward -> known.isCarer(adult, ward))
                        .noneMatch(ward -> where.isBoundFor(ward.personId(), facility));
    }

    // P7: in quarters for families whoever has none there any more is among strangers.
    private static boolean isAloneInQuarters(
            PersonFacts gone,
            PersonFacts left,
            Placement placement,
            Whereabouts where,
            LocalDate today) {
        return where.state()
                .facility(placement.destination().facilityId())
                .filter(facility ->
                        new Neighbours(
                                        facility,
                                        placement.destination(),
                                        where.state(),
                                        where.known(),
                                        today)
                                .isAloneWithout(gone, left))
                .isPresent();
    }

    private static Optional<PlacementEvent> question(Placement placement, List<String> broken) {
        List<String> rules =
                broken.stream().filter(rule -> !placement.questioned().contains(rule)).toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(placement.question(rules));
    }

    // Who is missing keeps the place, and is perhaps found.
    private static boolean isAlarm(PersonPlacementEvent ended) {
        return ended instanceof PersonMissing || ended instanceof AbsenceOverdue;
    }

    // Who is to be brought to the same place still accompanies.
    private static boolean goesAlong(PersonPlacementEvent ended, Placement placement) {
        return switch (ended) {
            case Transferred moved ->
                    placement.destination().facilityId().equals(moved.facilityId());
            case FoundInside found ->
                    placement.destination().facilityId().equals(found.facilityId());
            default -> false;
        };
    }
}
