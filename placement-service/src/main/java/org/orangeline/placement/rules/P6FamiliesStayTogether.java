package org.orangeline.placement.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.runtime.Violation;

/**
 * P6: a child is not separated from its parent or guardian, nor a linked family split, without an
 * override that two people signed. Looked at when somebody is ordered to a place or transferred;
 * who was split by a signed override splits nobody further.
 */
final class P6FamiliesStayTogether implements PlacementRule {

    static final String ID = "P6";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean kept =
                placement.isOverridden(ID)
                        || !(splitsFamily(placement)
                                || leavesCarers(placement)
                                || leavesChildren(placement));
        return PlacementRule.require(
                kept,
                ID,
                "The family has to stay together: order them together to one facility, or have an"
                        + " override for this person and facility signed by two people.");
    }

    /** Relatives are placed elsewhere, and none of them here. */
    private static boolean splitsFamily(PlacementCase placement) {
        String here = placement.facility().facilityId();
        if (placement.relativesIn(here::equals).findAny().isPresent()) {
            return false;
        }
        return placement
                .relativesIn(there -> !there.equals(here))
                .anyMatch(relative -> !isSplitBySignature(placement, relative));
    }

    private static boolean isSplitBySignature(PlacementCase placement, PersonFacts relative) {
        return placement
                .destinations(relative.personId())
                .anyMatch(place ->
                        placement.isOverridden(ID, relative.personId(), place.facilityId()));
    }

    /** A child goes where none of those who care for it is, though they are known and here. */
    private static boolean leavesCarers(PlacementCase placement) {
        if (!placement.isChildOrInDoubt()) {
            return false;
        }
        List<PersonFacts> carers =
                placement
                        .known()
                        .carers(placement.person())
                        .filter(carer -> !placement.isNoMore(carer))
                        .filter(carer -> !placement.whereabouts().isMissing(carer.personId()))
                        .toList();
        String here = placement.facility().facilityId();
        // Two people may have signed that the family is split; nobody signs that it stays so.
        return carers.stream().anyMatch(carer -> !isSplitBySignature(placement, carer))
                && carers.stream()
                        .noneMatch(carer ->
                                placement
                                        .destinations(carer.personId())
                                        .anyMatch(place -> place.facilityId().equals(here)));
    }

    /**
     * A child is left where nobody else cares for it; also one that waits for a place, when nobody
     * else who cares for it waits there. A hospital is no reason to keep somebody from care.
     */
    private static boolean leavesChildren(PlacementCase placement) {
        return placement
                .known()
                .wards(placement.person())
                .filter(ward -> !placement.isNoMore(ward) && placement.isChildOrInDoubt(ward))
                .anyMatch(ward -> isLeft(placement, ward));
    }

    private static boolean waits(PlacementCase placement, PersonFacts other) {
        return placement.destinations(other.personId()).findAny().isEmpty();
    }

    private static boolean isLeft(PlacementCase placement, PersonFacts child) {
        UUID carer = placement.person().personId();
        List<String> places =
                placement.destinations(child.personId()).map(Place::facilityId).toList();
        if (places.isEmpty()) {
            return placement.facility().kind() != FacilityKind.HOSPITAL
                    && Care.besides(carer, child, placement.known())
                            .noneMatch(other -> waits(placement, other));
        }
        return !places.contains(placement.facility().facilityId())
                && !isSplitBySignature(placement, child)
                && places.stream()
                        .noneMatch(there ->
                                Care.isGivenBesides(
                                        carer,
                                        child,
                                        there,
                                        placement.known(),
                                        placement::caringAt));
    }
}
