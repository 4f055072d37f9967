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
        return event.goesOnElsewhere()
                ? goneOn(now, event.goesOnIn(), state, started)
                : restored(now, state, started);
    }

    /**
     * The recorded end of a stay was wrong, and the person is in another place since: the stay has
     * ended, and the custody goes on in that place.
     *
     * @param in where; null where it is one of the same registration, or none
     */
    public static OperationPlacements goneOn(
            Placement now, @Nullable UUID in, OperationPlacements state, Started started) {
        Placement before = now.undo() == null ? null : now.undo().before();
        Optional<Placement> held =
                (in == null
                                ? state.placementsOf(now.personId().toString())
                                : state.placement(in).stream())
                        .filter(one -> one.status() == Placement.Status.PLACED)
                        .filter(one -> one.held() && before != null && before.held())
                        .findFirst();
        OperationPlacements gone = state.with(now.goneOn(held.isPresent(), started));
        OperationPlacements alive =
                diedElsewhere(now, state) ? gone : gone.withoutDeath(now.personId());
        return before == null || held.isEmpty()
                ? alive
                : alive.with(held.get().continuing(before, started));
    }

    // Of two deaths that were none, the second is withdrawn as well.
    private static boolean diedElsewhere(Placement now, OperationPlacements state) {
        return state.placementsOf(now.personId().toString())
                .filter(one -> !one.placementId().equals(now.placementId()))
                .filter(one -> one.status() == Placement.Status.ENDED)
                .anyMatch(one -> one.undo() != null && one.undo().isDeath());
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
