package org.orangeline.placement.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * P8: an absence that leads to where somebody is from whom the person is kept apart. A hospital
 * takes the sick: it is recorded, and asked of both.
 */
final class TogetherAway {

    private static final String P8 = "P8";

    private TogetherAway() {}

    static Stream<PlacementEvent> questions(
            Placement placement,
            @Nullable String destination,
            OperationPlacements state,
            KnownOperation known) {
        if (destination == null) {
            return Stream.empty();
        }
        Placement away = placement.with(to(destination, placement));
        var where = new Whereabouts(state.with(away), known);
        return known.merges().same(placement.personId()).stream()
                .flatMap(state.safeguards()::apartFrom)
                .filter(other -> !isSigned(placement.personId(), other, destination, where))
                .flatMap(other ->
                        Stream.concat(
                                Stream.of(away).filter(one -> where.isAwayWith(one, other)),
                                where.open(other)
                                        .filter(one ->
                                                where.isAwayWith(one, placement.personId()))))
                .distinct()
                .filter(one -> !one.questioned().contains(P8))
                .map(one -> one.question(List.of(P8)));
    }

    // Two people may have signed for either of the two.
    private static boolean isSigned(UUID one, UUID other, String facility, Whereabouts where) {
        return Stream.of(one, other)
                .anyMatch(who ->
                        where.isSplitBySignature(who, facility, P8)
                                || where.known().merges().same(who).stream()
                                        .anyMatch(record ->
                                                where.state()
                                                        .safeguards()
                                                        .signed(record, facility, P8)
                                                        .isPresent()));
    }

    private static Absence to(String destination, Placement from) {
        Instant since = from.happenedAt();
        return new Absence(
                from.placementId(), AbsenceReason.HOSPITAL, since, null, "", destination, null);
    }
}
