package org.orangeline.placement.rules;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/** Who cares for a child besides one of its carers, and where (rule P6). */
public final class Care {

    private Care() {}

    /** Parents and guardians who are here, without that one. */
    public static Stream<PersonFacts> besides(UUID carer, PersonFacts child, KnownOperation known) {
        return known.carers(child)
                .filter(other -> !known.isGone(other))
                .filter(other -> !known.merges().isSame(other.personId(), carer));
    }

    /**
     * Whether somebody besides that carer cares for the child in a facility.
     *
     * @param destinations where somebody is, or is to be brought
     */
    public static boolean isGivenBesides(
            UUID carer,
            PersonFacts child,
            String facilityId,
            KnownOperation known,
            Function<UUID, Stream<Place>> destinations) {
        return besides(carer, child, known)
                .flatMap(other -> destinations.apply(other.personId()))
                .anyMatch(place -> place.facilityId().equals(facilityId));
    }

    /** P15: whether only children are taken there. */
    public static boolean isForChildren(Facility facility, Place place) {
        return P15ChildrenApartFromStrangers.isForChildren(facility, place);
    }

    /**
     * P15: whether a child was beside that carer only, and is among strangers now. A carer who is
     * still to come or to go counts where the carer is to be.
     */
    public static boolean isLeftAmongStrangers(
            PersonPlacementEvent event,
            PersonFacts carer,
            PersonFacts child,
            Placement placement,
            Whereabouts where,
            LocalDate today) {
        Place there = placement.destination();
        KnownOperation known = where.known();
        boolean was =
                known.isCarer(carer, child)
                        && where.destinations(carer.personId()).anyMatch(there::equals);
        boolean stays =
                switch (event) {
                    case Transferred moved ->
                            there.equals(new Place(moved.facilityId(), moved.section()));
                    case FoundInside found ->
                            there.equals(new Place(found.facilityId(), found.section()));
                    default -> false;
                };
        // Who is away, perhaps with the carer, is looked at on coming back.
        boolean isAway = event instanceof AbsenceStarted && placement.absence() != null;
        return was
                && !stays
                && !isAway
                && isAmongStrangers(
                        child,
                        placement,
                        other -> !known.merges().isSame(other.personId(), carer.personId()),
                        where,
                        today);
    }

    /**
     * P15: whether a child is neither where only children are taken nor beside a carer.
     *
     * @param counts which of the carers who are here count
     */
    public static boolean isAmongStrangers(
            PersonFacts child,
            Placement placement,
            Predicate<PersonFacts> counts,
            Whereabouts where,
            LocalDate today) {
        Place there = placement.destination();
        Facility facility = where.state().facility(there.facilityId()).orElseThrow();
        boolean apart =
                facility.kind() == FacilityKind.PRISON
                        || facility.kind() == FacilityKind.HOSPITAL
                        || P15ChildrenApartFromStrangers.isForChildren(facility, there);
        KnownOperation known = where.known();
        return !apart
                && known.carers(child)
                        .filter(other -> !known.isGone(other) && known.isCarer(other, child))
                        .filter(other -> !known.isChildOrInDoubt(other, today))
                        .filter(counts)
                        .flatMap(other -> where.caringAt(other.personId()))
                        .noneMatch(there::equals);
    }
}
