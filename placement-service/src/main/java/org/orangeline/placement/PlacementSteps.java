package org.orangeline.placement;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;

/** The ways in which an event changes a placement, by whether it can be taken back (rule P18). */
final class PlacementSteps {

    private PlacementSteps() {}

    static OperationPlacements on(
            OperationPlacements state, UUID placementId, UnaryOperator<Placement> change) {
        return state.with(change.apply(state.placement(placementId).orElseThrow()));
    }

    /** What counts also if the last fact is taken back. */
    static OperationPlacements meanwhile(
            OperationPlacements state, UUID placementId, UnaryOperator<Placement> change) {
        return on(state, placementId, placement -> placement.changed(change));
    }

    /**
     * An alarm takes nothing from what can be taken back: one that follows from the last fact goes
     * with it, and any other stays without it.
     *
     * @param fact id of the event from which it follows, or null
     */
    static OperationPlacements alarm(
            OperationPlacements state,
            UUID placementId,
            @Nullable String fact,
            UnaryOperator<Placement> change) {
        return on(
                state,
                placementId,
                placement -> {
                    Undo undo = placement.undo();
                    return undo != null && undo.factId().equals(fact)
                            ? change.apply(placement)
                            : placement.changed(change);
                });
    }

    /**
     * What came before cannot be taken back any more, but for a birth: wherever a child was taken,
     * there may be no such child.
     */
    static OperationPlacements anew(
            OperationPlacements state, UUID placementId, UnaryOperator<Placement> change) {
        return on(
                state,
                placementId,
                placement -> {
                    Undo undo = placement.undo();
                    Undo birth = undo == null ? null : undo.birth();
                    Placement after = change.apply(placement);
                    // One that waits for a second human still waits.
                    return birth != null && birth.equals(undo) ? after : after.with(birth);
                });
    }

    /** What can be taken back as long as nothing else happens to the person. */
    static OperationPlacements fact(
            OperationPlacements state,
            PersonPlacementEvent fact,
            UUID placementId,
            Started started,
            UnaryOperator<Placement> change) {
        Placement before = state.placement(placementId).orElseThrow();
        return state.with(
                change.apply(before).with(Withdrawals.undo(fact, before, state, started)));
    }
}
