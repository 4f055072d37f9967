package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** P2: one open placement per person. */
final class P2OneOpenPlacement implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                placement.state().openPlacement(placement.person().personId()).isEmpty(),
                "P2",
                "The person's open placement has to be cancelled or ended first.");
    }
}
