package org.orangeline.placement.questions;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.SectionPlaces;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * With whom somebody is inside, for the history of the rules P6, P7 and P15: by where people are,
 * and not by the policies that refuse. Who is away, missing, or still to come is looked at where
 * they are to be, and who is to be moved also where they still are; what two people signed for, or
 * settled, is no question.
 *
 * @param today the day on which ages count
 */
record PlacedTogether(OperationPlacements state, KnownOperation known, LocalDate today) {

    /** Which of these rules does not hold for a placement, and is asked of nobody concerned. */
    Set<String> broken(Placement placement) {
        Set<String> broken = new HashSet<>();
        if (!isInside(placement) || placement.transfer() != null) {
            return broken;
        }
        known.person(placement.personId())
                .ifPresent(person -> {
                    if (isApart(person, placement)) {
                        broken.add("P6");
                    }
                    if (!isAdmitted(person, placement)
                            || isAmongOthersOfItsSex(person, placement)) {
                        broken.add("P7");
                    }
                    if (isAmongStrangers(person, placement)) {
                        broken.add("P15");
                    }
                });
        broken.removeIf(rule -> isAnswered(rule, placement));
        return broken;
    }

    private static boolean isInside(Placement placement) {
        return placement.status() == Placement.Status.PLACED
                && placement.missing() == null
                && placement.absence() == null;
    }

    /** P6: a child is in one place, and those who care for it are in others. */
    private boolean isApart(PersonFacts child, Placement placement) {
        if (!isChild(child)) {
            return false;
        }
        List<Placement> carers =
                known.carers(child)
                        .filter(carer -> !known.isGone(carer))
                        .flatMap(this::open)
                        .toList();
        Predicate<Placement> here =
                carer ->
                        carer.destination().facilityId().equals(placement.facilityId())
                                || (isInside(carer)
                                        && carer.facilityId().equals(placement.facilityId()));
        return carers.stream().noneMatch(here)
                && carers.stream().anyMatch(carer -> isInside(carer) && !isAnswered("P6", carer));
    }

    /** P15: a child without a carer beside it, or an adult among children without one in care. */
    private boolean isAmongStrangers(PersonFacts person, Placement placement) {
        Facility facility = state.facility(placement.facilityId()).orElseThrow();
        if (facility.kind() == FacilityKind.PRISON || facility.kind() == FacilityKind.HOSPITAL) {
            return false;
        }
        if (!isChild(person)) {
            return isForChildren(facility, placement.place())
                    && known.wards(person)
                            .filter(ward -> isChild(ward) && known.isCarer(person, ward))
                            .flatMap(this::open)
                            .noneMatch(ward -> isBoundFor(ward, facility.facilityId()));
        }
        return !isForChildren(facility, placement.place())
                && known.carers(person)
                        .filter(carer -> !isChild(carer) && !known.isGone(carer))
                        .filter(carer -> known.isCarer(carer, person))
                        .flatMap(this::open)
                        .noneMatch(carer ->
                                carer.destination().equals(placement.place())
                                        || (isInside(carer)
                                                && carer.place().equals(placement.place())));
    }

    private static boolean isForChildren(Facility facility, Place place) {
        Set<AgeBand> children = Set.of(AgeBand.CHILD);
        return facility.kind() == FacilityKind.CHILD_CENTRE
                || facility.admits().ages().equals(children)
                || facility.section(place.section())
                        .filter(section -> section.admits().ages().equals(children))
                        .isPresent();
    }

    /** P7: the facility and the section take such a person. */
    private boolean isAdmitted(PersonFacts person, Placement placement) {
        Facility facility = state.facility(placement.facilityId()).orElseThrow();
        return known.records(person).stream()
                .allMatch(record ->
                        facility.admits(
                                placement.place().section(),
                                record.sex(),
                                isChild(person) ? AgeBand.CHILD : AgeBand.ADULT));
    }

    /** P7: a woman and an unrelated man share a cell, or a section without quarters. */
    private boolean isAmongOthersOfItsSex(PersonFacts person, Placement placement) {
        Facility facility = state.facility(placement.facilityId()).orElseThrow();
        boolean prison = facility.kind() == FacilityKind.PRISON;
        SectionPlaces section = facility.section(placement.place().section()).orElse(null);
        // Who has family in quarters for families is there by the family, and others with theirs.
        if ((!prison && section == null) || (section != null && section.family())) {
            return false;
        }
        List<UUID> own = known.merges().same(person.personId());
        Set<UUID> family = new HashSet<>(own);
        known.relatives(person).forEach(one -> family.addAll(known.merges().same(one.personId())));
        return state.placementsBoundFor(facility.facilityId())
                .filter(other -> isInside(other) && other.place().equals(placement.place()))
                .filter(other -> !family.contains(other.personId()) && !isAnswered("P7", other))
                .flatMap(other -> known.person(other.personId()).stream())
                .anyMatch(other -> areApart(person, other, prison));
    }

    private boolean areApart(PersonFacts one, PersonFacts other, boolean prison) {
        return (one.sex() == Sex.FEMALE && isMan(other, prison))
                || (other.sex() == Sex.FEMALE && isMan(one, prison));
    }

    private boolean isMan(PersonFacts person, boolean prison) {
        return person.sex() == Sex.MALE && (prison || !isChild(person));
    }

    private boolean isAnswered(String rule, Placement placement) {
        return Unasked.isAsked(rule, placement, state, known);
    }

    private Stream<Placement> open(PersonFacts person) {
        return new Whereabouts(state, known).open(person.personId());
    }

    private static boolean isBoundFor(Placement placement, String facilityId) {
        return placement.destination().facilityId().equals(facilityId);
    }

    private boolean isChild(PersonFacts person) {
        return known.isChildOrInDoubt(person, today);
    }
}
