package org.orangeline.placement.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.model.AgeBand;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Whereabouts;

/** Where in a facility a person is brought when the officer names no section. */
public final class RoomFor {

    private RoomFor() {}

    /**
     * The section with the most room that takes the person and holds nobody whom rule P7 keeps
     * apart; where there is none, the one with the most room, and the rule says what is wrong. A
     * child is brought beside who cares for it, else where only children are (rule P15).
     *
     * @param decided where the others of the same decision are brought
     */
    public static Place in(
            Facility facility,
            PersonFacts person,
            List<Place> decided,
            OperationPlacements state,
            KnownOperation known,
            LocalDate today) {
        AgeBand band = known.isChildOrInDoubt(person, today) ? AgeBand.CHILD : AgeBand.ADULT;
        List<Place> places =
                facility.sectionsFor(person.sex(), band)
                        .map(section -> new Place(facility.facilityId(), section))
                        .sorted(
                                Comparator.comparing(place ->
                                        band == AgeBand.ADULT
                                                ? 0
                                                : turn(
                                                        facility, place, person, decided, state,
                                                        known)))
                        .toList();
        return places.stream()
                .filter(place ->
                        facility.free(place.section()) > 0
                                && !new Neighbours(facility, place, state, known, today)
                                        .areUnrelatedTo(person, Stream.empty()))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElseGet(() -> new Place(facility.facilityId(), null));
    }

    private static int turn(
            Facility facility,
            Place place,
            PersonFacts child,
            List<Place> decided,
            OperationPlacements state,
            KnownOperation known) {
        var where = new Whereabouts(state, known);
        boolean besideCarer =
                known.carers(child)
                        .flatMap(carer -> where.destinations(carer.personId()))
                        .anyMatch(place::equals);
        if (besideCarer || decided.contains(place)) {
            return 0;
        }
        return P15ChildrenApartFromStrangers.isForChildren(facility, place) ? 1 : 2;
    }
}
