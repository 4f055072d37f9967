package org.orangeline.placement.custody;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.Withdrawals;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.orders.Withdrawal;
import org.orangeline.runtime.Context;

/**
 * P18: a death, release, escape or hand-over that was none, of somebody who was found inside
 * another place since: the custody goes on there, under whatever registration.
 */
final class GoneOnElsewhere {

    private GoneOnElsewhere() {}

    /** Ends the stay without the wrong end, and closes the question whether the person lives. */
    static List<PlacementEvent> withdrawn(
            Placement placement,
            Undo undo,
            Withdrawal asked,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        UUID goesOnIn =
                held(placement, undo, state, known).map(Placement::placementId).orElse(null);
        OperationPlacements then =
                Withdrawals.goneOn(
                        placement, goesOnIn, state, new Started(undo.factId(), context.now()));
        return Stream.<PlacementEvent>concat(
                        Stream.of(
                                WithdrawalDecider.withdrawn(
                                        placement,
                                        then.placement(placement.placementId()).orElseThrow(),
                                        undo,
                                        asked,
                                        goesOnIn)),
                        new Whereabouts(then, known)
                                .open(placement.personId())
                                .filter(place ->
                                        place.questioned(known.merges()::stands).contains("P14"))
                                .filter(place ->
                                        !WithdrawalDecider.broken(place, then, known, context)
                                                .contains("P14"))
                                .map(place ->
                                        new RuleKeptAgain(
                                                place.personId(),
                                                place.placementId(),
                                                place.facilityId(),
                                                List.of("P14"))))
                .toList();
    }

    private static Optional<Placement> held(
            Placement placement, Undo undo, OperationPlacements state, KnownOperation known) {
        return new Whereabouts(state, known)
                .open(placement.personId())
                .filter(one -> one.status() == Placement.Status.PLACED && one.held())
                .filter(_ -> undo.before() != null && undo.before().held())
                .findFirst();
    }

    /**
     * Whether two humans withdrew the end of an earlier stay because the person was found in this
     * one. Deaths between the two may be withdrawn as well.
     */
    static boolean isShownBy(Placement placement, OperationPlacements state, KnownOperation known) {
        return others(placement, state, known)
                .filter(other -> other.status() == Placement.Status.ENDED)
                .filter(other -> !other.since().isAfter(placement.since()))
                .sorted(Comparator.comparing(Placement::since).reversed())
                .dropWhile(other -> other.undo() != null && other.undo().isDeath())
                .findFirst()
                .filter(other -> !other.letGo())
                .isPresent();
    }

    /**
     * The person was seen inside another place since, and is not said to have died there. Who is
     * free may be ordered to another place, and begins another custody: they are where they were
     * found.
     */
    static boolean isWithdrawable(
            Placement placement, Undo undo, OperationPlacements state, KnownOperation known) {
        List<Placement> others =
                others(placement, state, known)
                        .filter(other ->
                                other.status().isOpen() || other.status() == Placement.Status.ENDED)
                        .toList();
        boolean openBefore =
                others.stream()
                        .anyMatch(other ->
                                other.status().isOpen()
                                        && (other.status() == Placement.Status.ORDERED
                                                || !other.since().isAfter(placement.since())));
        // Of two deaths that were none, the last stay tells.
        boolean diedThere =
                others.stream()
                        .max(Comparator.comparing(Placement::since))
                        .filter(other -> other.undo() != null && other.undo().isDeath())
                        .isPresent();
        boolean found =
                undo.isDeath()
                        || others.stream()
                                .anyMatch(other ->
                                        other.status() == Placement.Status.PLACED
                                                && other.orderedBy() == null);
        return undo.isEnd() && found && !openBefore && !diedThere;
    }

    private static Stream<Placement> others(
            Placement placement, OperationPlacements state, KnownOperation known) {
        return known.merges().same(placement.personId()).stream()
                .flatMap(record -> state.placementsOf(record.toString()))
                .filter(other -> !other.placementId().equals(placement.placementId()));
    }
}
