package org.orangeline.placement;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventTypes;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;
import org.orangeline.placement.orders.Withdrawal;
import org.orangeline.placement.proposals.Proposal;

/** P18: facts that were recorded wrongly are taken back, as if they had not been recorded. */
public final class Withdrawals {

    private Withdrawals() {}

    /** How it would be without this fact. */
    static Undo undo(
            PersonPlacementEvent fact,
            @Nullable Placement before,
            OperationPlacements state,
            Started started) {
        return undo(fact, fact.personId(), before, state, started);
    }

    /** How it would be without this birth: there would be no such child. */
    static Undo undo(BornInCustody birth, OperationPlacements state, Started started) {
        return undo(birth, birth.childId(), null, state, started);
    }

    private static Undo undo(
            PlacementEvent fact,
            UUID personId,
            @Nullable Placement before,
            OperationPlacements state,
            Started started) {
        return new Undo(
                started.eventId(),
                EventTypes.of(fact).name(),
                before == null ? null : before.with((Withdrawal) null),
                state.safeguards().overrides(personId),
                state.died().contains(personId.toString()),
                state.proposal(personId).orElse(null));
    }

    static OperationPlacements fold(
            OperationPlacements state, FactWithdrawn event, Started started) {
        Placement now = state.placement(event.placementId()).orElseThrow();
        return now.undo() != null
                        && now.undo().isDeath()
                        && event.standing() == FactWithdrawn.Standing.OUTSIDE
                ? alive(now, state, started)
                : restored(now, state, started);
    }

    /** Who is said to have died lives, and has been elsewhere since: that stay has ended. */
    public static OperationPlacements alive(
            Placement now, OperationPlacements state, Started started) {
        Placement before = now.undo() == null ? null : now.undo().before();
        Optional<Placement> held =
                state.placementsOf(now.personId().toString())
                        .filter(one -> one.status() == Placement.Status.PLACED)
                        .filter(one -> one.held() && before != null && before.held())
                        .findFirst();
        boolean diedElsewhere =
                state.placementsOf(now.personId().toString())
                        .filter(one -> !one.placementId().equals(now.placementId()))
                        .filter(one -> one.status() == Placement.Status.ENDED)
                        .anyMatch(one -> one.undo() != null && one.undo().isDeath());
        OperationPlacements gone = state.with(now.goneAlive(held.isPresent(), started));
        // Of two deaths that were none, the second is withdrawn as well.
        OperationPlacements alive = diedElsewhere ? gone : gone.withoutDeath(now.personId());
        return before == null || held.isEmpty()
                ? alive
                : alive.with(held.get().continuing(before, started));
    }

    /** Everything as it would be if the placement's last fact had not been recorded. */
    public static OperationPlacements restored(
            Placement now, OperationPlacements state, Started started) {
        Undo undo = now.undo();
        if (undo == null) {
            throw new IllegalStateException("there is nothing to take back");
        }
        if (undo.isBirth()) {
            return state.with(now.neverBorn(undo.factId(), started))
                    .withoutProposal(now.personId());
        }
        Placement before = undo.before();
        OperationPlacements after =
                state.with(before == null ? now.withdrawn(started) : before.restored(started));
        OperationPlacements signed =
                after.with(
                        after.safeguards()
                                .asBefore(now.personId(), now.placementId(), undo.overrides()));
        if (undo.isDeath() && !undo.dead()) {
            signed = signed.withoutDeath(now.personId());
        }
        Proposal proposal = undo.proposal();
        return proposal == null || signed.proposal(now.personId()).isPresent()
                ? signed
                : signed.with(proposal);
    }
}
