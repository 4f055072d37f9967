package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** P7: a facility takes whom it declares to take. */
final class P7FacilityAdmits implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                placement.facility().admits().admits(placement.person().sex(), placement.ageBand()),
                "P7",
                "The facility has to admit persons of this sex and age.");
    }
}
