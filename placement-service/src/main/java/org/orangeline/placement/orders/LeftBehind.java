package org.orangeline.placement.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.Care;

/**
 * P14: when a placement ends or moves, those who are held only to accompany that person have no
 * ground left (P5), and children whom nobody else there cares for are alone (P6); so they are when
 * the person is missing (P17). Their placements are questioned in the same transaction.
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
        if (goesAlong(ended, placement)) {
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
                        where::destinations);
        boolean wasTogether =
                where.isBoundFor(ended.personId(), placement.destination().facilityId());
        if (isWard && wasTogether && !othersCare) {
            rules.add("P6");
        }
        if (amongStrangers) {
            rules.add("P15");
        }
        return rules;
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
