package org.orangeline.placement.rules;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Violation;

/**
 * P15 (GC IV 82, customary Rule 120): children are not held or sheltered with unrelated adults. A
 * child is in a CHILD_CENTRE, in a section for children, or beside an adult who cares for it; and
 * these places take no adult but one beside a child in its care: while another adult is there all
 * the same, no child is brought to them. A hospital treats both; a prison takes no child at all
 * (P3).
 */
final class P15ChildrenApartFromStrangers implements PlacementRule {

    static final String ID = "P15";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        Optional<Violation> ofPlace = ofPlace(placement);
        if (ofPlace.isPresent()
                || !placement.isChildOrInDoubt()
                || !isForChildren(placement.facility(), placement.place())
                || isBesideCarer(placement)
                || placement.isOverridden(ID)) {
            return ofPlace;
        }
        return PlacementRule.require(
                !isAmongAdults(placement),
                ID,
                "An adult is there who has no child in their care there. Bring that adult elsewhere"
                        + " first, or the child to another place.");
    }

    /** The same, whoever else is there. */
    static Optional<Violation> ofPlace(PlacementCase placement) {
        FacilityKind kind = placement.facility().kind();
        if (kind == FacilityKind.PRISON || kind == FacilityKind.HOSPITAL) {
            return Optional.empty();
        }
        if (placement.isChildOrInDoubt()) {
            return PlacementRule.require(
                    isForChildren(placement.facility(), placement.place())
                            || isBesideCarer(placement)
                            || placement.isOverridden(ID),
                    ID,
                    "A child, or a person whose age is in doubt, goes to a CHILD_CENTRE, to a section"
                            + " for children, or beside a parent or guardian who came with it or was"
                            + " verified.");
        }
        return PlacementRule.require(
                !isForChildren(placement.facility(), placement.place())
                        || isBesideWard(placement.person(), placement),
                ID,
                "A CHILD_CENTRE, or a section for children, takes children, and an adult only beside a"
                        + " child in its care.");
    }

    // Whoever was a child when the stay was ordered is asked about alone. Who is away comes back.
    private static boolean isAmongAdults(PlacementCase placement) {
        return placement
                .state()
                .placementsBoundFor(placement.facility().facilityId())
                .filter(other -> other.status() == Placement.Status.PLACED)
                .filter(other -> other.missing() == null)
                .filter(other -> other.place().equals(placement.place()))
                .filter(other -> !other.personId().equals(placement.person().personId()))
                .anyMatch(other ->
                        placement
                                .known()
                                .person(other.personId())
                                .filter(person -> cameGrownUp(person, other, placement))
                                .filter(person -> !isBesideWard(person, placement))
                                .isPresent());
    }

    private static boolean cameGrownUp(
            PersonFacts person, Placement other, PlacementCase placement) {
        return !placement.isChildOrInDoubt(person)
                && !placement
                        .known()
                        .isChildOrInDoubt(
                                person, LocalDate.ofInstant(other.orderedAt(), ZoneOffset.UTC));
    }

    /** Whether only children are taken there. */
    static boolean isForChildren(Facility facility, Place place) {
        return facility.kind() == FacilityKind.CHILD_CENTRE
                || isForChildren(facility.admits().ages())
                || facility.section(place.section())
                        .filter(section -> isForChildren(section.admits().ages()))
                        .isPresent();
    }

    private static boolean isForChildren(Set<AgeBand> ages) {
        return ages.equals(Set.of(AgeBand.CHILD));
    }

    private static boolean isBesideCarer(PlacementCase placement) {
        return placement
                .known()
                .carers(placement.person())
                .filter(carer ->
                        placement.caringAt(carer.personId()).anyMatch(placement.place()::equals))
                .anyMatch(carer ->
                        !placement.known().isGone(carer)
                                && !placement.isChildOrInDoubt(carer)
                                && placement.known().isCarer(carer, placement.person()));
    }

    /** Whether a child in the adult's care is there, too. */
    private static boolean isBesideWard(PersonFacts adult, PlacementCase placement) {
        return placement
                .known()
                .wards(adult)
                .filter(ward -> !placement.known().isGone(ward) && placement.isChildOrInDoubt(ward))
                .filter(ward -> placement.known().isCarer(adult, ward))
                .flatMap(ward -> placement.destinations(ward.personId()))
                .anyMatch(place -> place.facilityId().equals(placement.facility().facilityId()));
    }
}
