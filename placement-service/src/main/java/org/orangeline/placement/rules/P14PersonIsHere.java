package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** P14: who left or died, by the register of arrivals, is placed nowhere. */
final class P14PersonIsHere implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                !placement.known().isGone(placement.person())
                        && !placement.whereabouts().isNobody(placement.person())
                        && placement.known().records(placement.person()).stream()
                                .noneMatch(record ->
                                        placement
                                                .state()
                                                .died()
                                                .contains(record.personId().toString())),
                "P14",
                "The person has left or died, by what is recorded; that has to be corrected first.");
    }
}
