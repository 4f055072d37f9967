package org.orangeline.placement.rules;

import java.time.Instant;
import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Violation;

/**
 * P4 and P5 at an order: nobody is detained on the finding about another registration that one
 * human alone declared to be of the same person (ADR 0035). Who is inside already was ordered
 * before, and is asked about by P14.
 */
final class LentFinding implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean custody =
                placement.basis() == Basis.CRIMINAL_CUSTODY
                        || placement.facility().kind() == FacilityKind.PRISON;
        if (!custody && placement.basis() != Basis.INTERNMENT) {
            return Optional.empty();
        }
        return PlacementRule.require(
                isFoundOfEach(placement),
                custody ? "P4" : "P5",
                "The finding is about another registration, from before the two were merged: a second"
                        + " human confirms the merge first, or the person is screened anew.");
    }

    private static boolean isFoundOfEach(PlacementCase placement) {
        Optional<Instant> merged =
                placement.known().merges().unconfirmedSince(placement.person().personId());
        return merged.isEmpty()
                || placement
                        .known()
                        .conclusionsOf(placement.person().personId())
                        .map(Conclusion::at)
                        .anyMatch(merged.get()::isBefore)
                || placement.known().records(placement.person()).stream()
                        .map(PersonFacts::personId)
                        .allMatch(record -> placement.known().conclusion(record).isPresent());
    }
}
