package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** P14: who left or died, by the register of arrivals, is placed nowhere. */
final class P14PersonIsHere implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                !placement.person().gone(),
                "P14",
                "By the register of arrivals the person has left or died; that has to be settled"
                        + " first.");
    }
}
