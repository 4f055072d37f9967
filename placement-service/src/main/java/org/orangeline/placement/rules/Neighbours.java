package org.orangeline.placement.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.SectionPlaces;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;

/**
 * P7: with whom a person would be held in a place. In a prison, and in a section that has no
 * quarters per family, a woman or girl and an unrelated man are not together; in a section that has
 * them they are only where each has family of their own there. A camp as a whole says nothing of
 * who sleeps beside whom.
 *
 * @param today the day on which ages count
 */
public record Neighbours(
        Facility facility,
        Place place,
        OperationPlacements state,
        KnownOperation known,
        LocalDate today) {

    /** Whether the person would be with somebody of the other sex who is no relative. */
    public boolean areUnrelatedTo(PersonFacts person, Stream<UUID> together) {
        if (!isPrison() && facility.section(place.section()).isEmpty()) {
            return false;
        }
        Set<UUID> here =
                Stream.concat(people(), together)
                        .map(known.merges()::counts)
                        .filter(other -> !known.merges().isSame(other, person.personId()))
                        .collect(Collectors.toSet());
        List<PersonFacts> strangers = strangers(person, here);
        if (hasQuarters() && hasFamily(person, here)) {
            return strangers.stream()
                    .filter(other -> !hasFamily(other, here))
                    .anyMatch(other -> areApart(person, other));
        }
        return strangers.stream().anyMatch(other -> areApart(person, other));
    }

    /**
     * All of the place for whom {@link #areUnrelatedTo} holds, by the record that counts. One look
     * at the place answers for thousands.
     */
    public Set<UUID> unrelated() {
        if (!isPrison() && facility.section(place.section()).isEmpty()) {
            return Set.of();
        }
        Set<UUID> here = people().map(known.merges()::counts).collect(Collectors.toSet());
        List<PersonFacts> people =
                here.stream().flatMap(other -> known.person(other).stream()).toList();
        Company everybody = company(people);
        Company alone =
                company(people.stream().filter(person -> !hasFamily(person, here)).toList());
        return people.stream()
                .filter(person -> {
                    Company others = hasQuarters() && hasFamily(person, here) ? alone : everybody;
                    return known.records(person).stream()
                            .anyMatch(record -> others.hasStrangersOf(record, this));
                })
                .map(PersonFacts::personId)
                .collect(Collectors.toSet());
    }

    private Company company(List<PersonFacts> people) {
        return new Company(
                people.stream()
                        .filter(one -> one.sex() == Sex.FEMALE)
                        .map(PersonFacts::personId)
                        .collect(Collectors.toSet()),
                people.stream()
                        .filter(this::isMan)
                        .map(PersonFacts::personId)
                        .collect(Collectors.toSet()));
    }

    /** The women and the men among those who are somewhere. */
    private record Company(Set<UUID> women, Set<UUID> men) {

        boolean hasStrangersOf(PersonFacts person, Neighbours where) {
            return (person.sex() == Sex.FEMALE && hasMore(men, person, where.known))
                    || (where.isMan(person) && hasMore(women, person, where.known));
        }

        private static boolean hasMore(Set<UUID> others, PersonFacts person, KnownOperation known) {
            UUID own = known.merges().counts(person.personId());
            long family =
                    Stream.concat(
                                    Stream.of(own),
                                    known.relatives(person).map(PersonFacts::personId))
                            .distinct()
                            .filter(others::contains)
                            .count();
            return others.size() > family;
        }
    }

    /**
     * Whether somebody who had family in quarters for families has none there without that person,
     * and is with somebody of the other sex.
     */
    public boolean isAloneWithout(PersonFacts gone, PersonFacts left) {
        if (!hasQuarters()) {
            return false;
        }
        Set<UUID> here =
                people().map(known.merges()::counts)
                        .filter(other -> !known.merges().isSame(other, left.personId()))
                        .filter(other -> !known.merges().isSame(other, gone.personId()))
                        .collect(Collectors.toSet());
        return !hasFamily(left, here)
                && strangers(left, here).stream().anyMatch(other -> areApart(left, other));
    }

    /** Who is in the place, or is to be brought there. */
    private Stream<UUID> people() {
        return state.placementsBoundFor(place.facilityId())
                .filter(placed ->
                        placed.place().equals(place) || placed.destination().equals(place))
                .map(Placement::personId);
    }

    private List<PersonFacts> strangers(PersonFacts person, Set<UUID> here) {
        Set<UUID> relatives =
                known.relatives(person).map(PersonFacts::personId).collect(Collectors.toSet());
        return here.stream()
                .filter(other -> !relatives.contains(other))
                .flatMap(other -> known.person(other).stream())
                .toList();
    }

    private boolean hasFamily(PersonFacts person, Set<UUID> here) {
        return known.relatives(person).map(PersonFacts::personId).anyMatch(here::contains);
    }

    private boolean areApart(PersonFacts one, PersonFacts other) {
        return (one.sex() == Sex.FEMALE && isMan(other))
                || (other.sex() == Sex.FEMALE && isMan(one));
    }

    // A boy may be among women; a prison has none, and whose age is in doubt counts there as a man.
    private boolean isMan(PersonFacts person) {
        return person.sex() == Sex.MALE && (isPrison() || !known.isChildOrInDoubt(person, today));
    }

    private boolean hasQuarters() {
        return !isPrison()
                && facility.section(place.section()).filter(SectionPlaces::family).isPresent();
    }

    private boolean isPrison() {
        return facility.kind() == FacilityKind.PRISON;
    }
}
