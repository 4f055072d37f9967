package org.orangeline.placement.custody;

import java.util.Comparator;
import java.util.List;
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

/** P18: a death that was none, of somebody who was found inside another place since. */
final class DeathElsewhere {

    private DeathElsewhere() {}

    /** The stay has ended, and not by a death; nobody is in doubt about the person any more. */
    static List<PlacementEvent> withdrawn(
            Placement placement,
            Undo undo,
            Withdrawal asked,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        OperationPlacements then =
                Withdrawals.alive(placement, state, new Started(undo.factId(), context.now()));
        return Stream.<PlacementEvent>concat(
                        Stream.of(
                                WithdrawalDecider.withdrawn(
                                        placement,
                                        then.placement(placement.placementId()).orElseThrow(),
                                        undo,
                                        asked)),
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

    /** Whether a stay is the first after one that is said to have ended by a death, and did not. */
    static boolean isShownBy(Placement placement, OperationPlacements state) {
        List<Placement> before =
                state.placementsOf(placement.personId().toString())
                        .filter(other -> !other.placementId().equals(placement.placementId()))
                        .filter(other -> other.status() == Placement.Status.ENDED)
                        .filter(other -> !other.since().isAfter(placement.since()))
                        .toList();
        return before.stream()
                .max(Comparator.comparing(Placement::since))
                .filter(other -> other.undo() == null || other.undo().isDeath())
                .isPresent();
    }

    /** The person was seen inside another place since, and is not said to have died there. */
    static boolean isWithdrawable(
            Placement placement, OperationPlacements state, KnownOperation known) {
        List<Placement> others =
                known.merges().same(placement.personId()).stream()
                        .flatMap(record -> state.placementsOf(record.toString()))
                        .filter(other -> !other.placementId().equals(placement.placementId()))
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
        return !openBefore && !diedThere;
    }
}
