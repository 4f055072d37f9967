package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.placement.orders.Place;
import org.orangeline.runtime.Violation;

/**
 * P8: people declared to be kept apart are not placed in the same facility section. Who is to be
 * brought elsewhere is still there until the departure.
 */
final class P8KeptApart implements PlacementRule {

    static final String ID = "P8";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        var here = new Place(placement.facility().facilityId(), placement.section());
        var merges = placement.known().merges();
        boolean together =
                merges.same(placement.person().personId()).stream()
                        .flatMap(record -> placement.state().safeguards().apartFrom(record))
                        .flatMap(placement::presentAndNext)
                        .anyMatch(here::equals);
        return PlacementRule.require(
                !together || placement.isOverridden(ID),
                ID,
                "Somebody whom the person is to be kept apart from is there: another section or"
                        + " facility, or an override signed by two people.");
    }
}
