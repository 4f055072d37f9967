package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** P2: one open placement per person, also when the person was registered twice. */
final class P2OneOpenPlacement implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                placement
                        .whereabouts()
                        .open(placement.person().personId())
                        .allMatch(open -> open.placementId().equals(placement.placementId())),
                "P2",
                "The person's open placement has to be cancelled or ended first.");
    }
}
