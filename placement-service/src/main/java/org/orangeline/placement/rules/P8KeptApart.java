package org.orangeline.placement.rules;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orangeline.placement.orders.Place;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;

/**
 * P8: people declared to be kept apart are not placed in the same facility section. Who is to be
 * brought elsewhere is still there until the departure, and who is away to a hospital is there, in
 * whatever section.
 */
final class P8KeptApart implements PlacementRule {

    static final String ID = "P8";

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return PlacementRule.require(
                !isWithAny(placement, placement.state().safeguards()::apartFrom)
                        || placement.isOverridden(ID),
                ID,
                "Somebody whom the person is to be kept apart from is there: another section or"
                        + " facility, or an override signed by two people.");
    }

    /** Who brings them together again is another human than who said that they may be. */
    static Optional<Violation> ofOneHuman(PlacementCase placement, Actor actor) {
        return PlacementRule.require(
                !isWithAny(
                                placement,
                                record ->
                                        placement
                                                .state()
                                                .safeguards()
                                                .noLongerApartBy(actor, record))
                        || placement.isOverridden(ID),
                ID,
                "Who said that two people need not be kept apart any longer does not place them"
                        + " together: another human has to.");
    }

    private static boolean isWithAny(PlacementCase placement, Function<UUID, Stream<UUID>> others) {
        var here = new Place(placement.facility().facilityId(), placement.section());
        return placement.known().merges().same(placement.person().personId()).stream()
                .flatMap(others)
                .anyMatch(other ->
                        placement.presentAndNext(other).anyMatch(here::equals)
                                || placement.whereabouts().isAwayTo(other, here.facilityId()));
    }
}
