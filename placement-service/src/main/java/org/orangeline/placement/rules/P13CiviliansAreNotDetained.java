package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.runtime.Violation;

/** P13: a concluded CIVILIAN is never detained. */
final class P13CiviliansAreNotDetained implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean civilian =
                placement.conclusion() != null
                        && placement.conclusion().finding() == Finding.CIVILIAN;
        return PlacementRule.require(
                !(civilian && placement.basis().isDetention()),
                "P13",
                "A concluded civilian is released, or sheltered with consent.");
    }
}
