package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.runtime.Violation;

/** P13: a concluded CIVILIAN is never held, nor sheltered where nobody may leave. */
final class P13CiviliansAreNotDetained implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean civilian =
                placement.conclusion() != null
                        && placement.conclusion().finding() == Finding.CIVILIAN;
        return PlacementRule.require(
                !(civilian && placement.facility().holds(placement.basis())),
                "P13",
                "A concluded civilian is released, or sheltered with consent where people may"
                        + " leave.");
    }
}
