package org.orangeline.placement.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.GroundCode;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;

/**
 * A placement that is ordered, or stands, with all that the rules look at.
 *
 * @param placementId of a standing placement; null for one that is being ordered
 * @param conclusion the person's last concluded finding; null when there is none
 * @param today the day on which ages count
 */
public record PlacementCase(
        @Nullable UUID placementId,
        PersonFacts person,
        @Nullable Conclusion conclusion,
        Facility facility,
        Basis basis,
        @Nullable GroundCode ground,
        boolean withLegalReference,
        @Nullable UUID accompanies,
        boolean withConsent,
        LocalDate today,
        OperationPlacements state,
        KnownOperation known) {

    /** A standing placement, looked at again; empty when the person's facts are not known. */
    public static Optional<PlacementCase> of(
            Placement placement, OperationPlacements state, KnownOperation known, LocalDate today) {
        return known.person(placement.personId())
                .map(person ->
                        new PlacementCase(
                                placement.placementId(),
                                person,
                                known.conclusion(placement.personId()).orElse(null),
                                state.facility(placement.facilityId()).orElseThrow(),
                                placement.basis(),
                                placement.ground(),
                                placement.withLegalReference(),
                                placement.accompanies(),
                                placement.withConsent(),
                                today,
                                state,
                                known));
    }

    /** Whether the relative whom the person accompanies has an open placement in the same place. */
    boolean isBesideRelative(Predicate<Basis> basisOfRelative) {
        return known.relatives(person)
                .map(PersonFacts::personId)
                .filter(relative -> relative.equals(accompanies))
                .flatMap(relative -> state.openPlacement(relative).stream())
                .anyMatch(beside ->
                        basisOfRelative.test(beside.basis())
                                && beside.facilityId().equals(facility.facilityId()));
    }

    boolean isChildOrInDoubt() {
        return person.age().isChildOrInDoubt(today);
    }

    AgeBand ageBand() {
        return isChildOrInDoubt() ? AgeBand.CHILD : AgeBand.ADULT;
    }
}
