package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.GroundCode;
import org.orangeline.runtime.Violation;

/** S2: nationality, sex, a family tie or the line is no ground for internment or custody. */
final class S2NeverSufficientGround implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean heldOnOwnGround =
                placement.basis() == Basis.INTERNMENT
                        || placement.basis() == Basis.CRIMINAL_CUSTODY;
        boolean neverSufficient =
                placement.ground() != null
                        && placement.ground().kind() == GroundCode.Kind.NEVER_SUFFICIENT;
        return PlacementRule.require(
                !(heldOnOwnGround && neverSufficient),
                "S2",
                "Nationality, sex, a family tie or the line is never a sufficient ground; the"
                        + " person's own ground is needed.");
    }
}
