package org.orangeline.placement.rules;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Violation;

/**
 * P7: a facility and its section take whom they declare to take; in a prison women are not held in
 * one section with unrelated men (GC IV 76, 85; customary Rule 119). Camps have quarters per
 * family.
 */
final class P7FacilityAdmits implements PlacementRule {

    private static final String ID = "P7";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        if (!placement
                .facility()
                .admits(placement.section(), placement.person().sex(), placement.ageBand())) {
            return PlacementRule.require(
                    false, ID, "The facility has to admit persons of this sex and age.");
        }
        return PlacementRule.require(
                placement.facility().kind() != FacilityKind.PRISON || !isWithUnrelated(placement),
                ID,
                "Women are not held with unrelated men: another section, or another facility.");
    }

    private static boolean isWithUnrelated(PlacementCase placement) {
        Sex other =
                switch (placement.person().sex()) {
                    case FEMALE -> Sex.MALE;
                    case MALE -> Sex.FEMALE;
                    case UNKNOWN -> Sex.UNKNOWN;
                };
        if (other == Sex.UNKNOWN) {
            return false;
        }
        var here = new Place(placement.facility().facilityId(), placement.section());
        Set<UUID> relatives =
                placement
                        .known()
                        .relatives(placement.person())
                        .map(PersonFacts::personId)
                        .collect(Collectors.toSet());
        Stream<UUID> inside =
                placement
                        .state()
                        .placementsIn(here.facilityId())
                        .filter(placed -> placed.place().equals(here))
                        .filter(placed -> !placed.placementId().equals(placement.placementId()))
                        .map(Placement::personId);
        Stream<UUID> along =
                placement.together().stream()
                        .filter(companion -> companion.place().equals(here))
                        .map(Companion::personId);
        return Stream.concat(inside, along)
                .filter(person -> !relatives.contains(person))
                .flatMap(person -> placement.known().person(person).stream())
                .anyMatch(person -> person.sex() == other);
    }
}
