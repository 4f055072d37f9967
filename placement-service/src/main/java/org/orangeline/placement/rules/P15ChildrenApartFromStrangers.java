package org.orangeline.placement.rules;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.runtime.Violation;

/**
 * P15 (GC IV 82, customary Rule 120): children are not held or sheltered with unrelated adults. A
 * child is in a CHILD_CENTRE, in a section for children, or beside an adult who cares for it; and a
 * CHILD_CENTRE takes no adult but one beside a child in its care. A hospital treats both; a prison
 * takes no child at all (P3).
 */
final class P15ChildrenApartFromStrangers implements PlacementRule {

    static final String ID = "P15";

    /** What a merge that nobody confirmed may have lent is told. */
    private static final String LENT =
            "The child is beside its carer by a merge that one human made: a second human confirms"
                    + " the merge first.";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
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
                kind != FacilityKind.CHILD_CENTRE || isBesideWard(placement),
                ID,
                "A CHILD_CENTRE takes children, and an adult only beside a child in its care.");
    }

    /**
     * A carer whom a merge lends, to the child or by its own records, is none before two humans;
     * but a child that is beside the carer already is not parted from them for it.
     */
    static Optional<Violation> lent(PlacementCase placement) {
        return isMergedByOne(placement)
                        && placement.isChildOrInDoubt()
                        && placement.facility().kind() != FacilityKind.HOSPITAL
                        && !isForChildren(placement.facility(), placement.place())
                        && !placement.isOverridden(ID)
                        && isBesideCarer(placement)
                        && !isBesideCarerByTwoHumans(placement)
                        && placement
                                .standing()
                                .filter(P15ChildrenApartFromStrangers::isBesideCarer)
                                .isEmpty()
                ? Optional.of(new Violation(ID, LENT))
                : Optional.empty();
    }

    private static boolean isMergedByOne(PlacementCase placement) {
        return Stream.concat(
                        Stream.of(placement.person()), placement.known().carers(placement.person()))
                .map(PersonFacts::personId)
                .anyMatch(one -> placement.known().merges().unconfirmedSince(one).isPresent());
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
        return isBesideCarer(
                placement, carer -> placement.known().isCarer(carer, placement.person()));
    }

    /** Whether a child is beside somebody who cares for it by more than one human's merge. */
    static boolean isBesideCarerByTwoHumans(PlacementCase placement) {
        return isBesideCarer(
                placement,
                carer -> placement.known().isCarerByTwoHumans(carer, placement.person()));
    }

    private static boolean isBesideCarer(
            PlacementCase placement, Predicate<PersonFacts> caresForIt) {
        return placement
                .known()
                .carers(placement.person())
                .filter(carer ->
                        placement
                                .destinations(carer.personId())
                                .anyMatch(placement.place()::equals))
                .anyMatch(carer ->
                        !placement.known().isGone(carer)
                                && !placement.isChildOrInDoubt(carer)
                                && caresForIt.test(carer));
    }

    private static boolean isBesideWard(PlacementCase placement) {
        return placement
                .known()
                .wards(placement.person())
                .filter(ward -> !placement.known().isGone(ward) && placement.isChildOrInDoubt(ward))
                .filter(ward -> placement.known().isCarer(placement.person(), ward))
                .flatMap(ward -> placement.destinations(ward.personId()))
                .anyMatch(place -> place.facilityId().equals(placement.facility().facilityId()));
    }
}
