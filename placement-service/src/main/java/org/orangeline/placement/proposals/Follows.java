package org.orangeline.placement.proposals;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.placement.knowledge.Conclusion;

/**
 * The placement that follows from a finding, as a proposal; none from CIVILIAN, UNDETERMINED, or
 * from none.
 *
 * @param because ids of the rules that it follows from
 */
record Follows(FacilityKind kind, Basis basis, List<String> because, AgeBand age) {

    private static final Follows CHILD_PROTECTION =
            new Follows(
                    FacilityKind.CHILD_CENTRE,
                    Basis.VOLUNTARY_SHELTER,
                    List.of("P3"),
                    AgeBand.CHILD);
    private static final Follows CUSTODY =
            new Follows(FacilityKind.PRISON, Basis.CRIMINAL_CUSTODY, List.of("P4"), AgeBand.ADULT);
    private static final Follows INTERNMENT =
            new Follows(FacilityKind.CAMP, Basis.INTERNMENT, List.of("P5"), AgeBand.ADULT);
    private static final Follows SHELTER =
            new Follows(FacilityKind.CAMP, Basis.VOLUNTARY_SHELTER, List.of("S2"), AgeBand.ADULT);

    /**
     * @param child a child, or in doubt
     */
    static Optional<Follows> from(Optional<Conclusion> conclusion, boolean child) {
        return conclusion
                .filter(found ->
                        found.finding() != Finding.CIVILIAN
                                && found.finding() != Finding.UNDETERMINED)
                .map(found -> child ? CHILD_PROTECTION : ofAdult(found));
    }

    private static Follows ofAdult(Conclusion found) {
        if (found.finding() == Finding.FIGHTER && found.rests(GroundCode.Kind.CRIMINAL)) {
            return CUSTODY;
        }
        return found.rests(GroundCode.Kind.SECURITY) ? INTERNMENT : SHELTER;
    }

    boolean isThatOf(Proposal proposal) {
        return proposal.facilityKind() == kind && proposal.basis() == basis;
    }
}
