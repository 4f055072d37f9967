package org.orangeline.placement.rules;

import java.util.Optional;
import java.util.Set;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.facilities.Facility;
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
