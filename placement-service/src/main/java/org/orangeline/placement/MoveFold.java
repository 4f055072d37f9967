package org.orangeline.placement;

import static org.orangeline.placement.PlacementSteps.anew;
import static org.orangeline.placement.PlacementSteps.fact;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Moves;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.transfers.Transfer;

/** The part of the fold in which people move, or are away for a time. */
final class MoveFold {

    private MoveFold() {}

    static OperationPlacements transferOrdered(
            OperationPlacements state, TransferOrdered event, String by, Started started) {
        var to = new Place(event.facilityId(), event.section());
        return anew(
                        state,
                        event.placementId(),
                        placement ->
                                placement.transferring(
                                        new Transfer(
                                                event.transferId(),
                                                to,
                                                started.eventId(),
                                                started.at()),
                                        by))
                .useOverrides(event.placementId());
    }

    static OperationPlacements transferCancelled(OperationPlacements state, UUID placementId) {
        Placement before = state.placement(placementId).orElseThrow();
        Place to = before.destination();
        OperationPlacements after = anew(state, placementId, Placement::staying);
        return to.facilityId().equals(before.facilityId())
                ? after
                : after.spendOverrides(placementId, to.facilityId());
    }

    static OperationPlacements transferred(
            OperationPlacements state, Transferred event, Started started) {
        Place from = state.placement(event.placementId()).orElseThrow().place();
        var to = new Place(event.facilityId(), event.section());
        OperationPlacements after =
                anew(
                                state,
                                event.placementId(),
                                placement ->
                                        Moves.transferred(
                                                placement,
                                                to,
                                                CustodyFold.isHeld(
                                                        state, placement.basis(), to.facilityId()),
                                                started))
                        .useOverrides(event.placementId());
        return from.facilityId().equals(to.facilityId())
                ? after
                : after.spendOverrides(event.placementId(), from.facilityId());
    }

    static OperationPlacements absent(
            OperationPlacements state, AbsenceStarted event, Started started) {
        var absence =
                new Absence(
                        event.absenceId(),
                        event.why(),
                        started.at(),
                        event.expectedBack(),
                        started.eventId(),
                        event.destination(),
                        event.escort());
        return fact(
                state,
                event,
                event.placementId(),
                started,
                placement -> {
                    Placement away = placement.with(absence);
                    return placement.held() ? away.with(away.duties().noteworthy(started)) : away;
                });
    }

    static OperationPlacements found(
            OperationPlacements state, FoundInside event, Started started) {
        Optional<Placement> open =
                state.placement(event.placementId()).filter(it -> it.status().isOpen());
        if (open.isEmpty()) {
            Placement found = CustodyFold.found(state, event, started);
            return state.with(found.with(Withdrawals.undo(event, null, state, started)))
                    .withoutProposal(event.personId());
        }
        var place = new Place(event.facilityId(), event.section());
        OperationPlacements after =
                fact(
                        state,
                        event,
                        event.placementId(),
                        started,
                        placement -> CustodyFold.foundElsewhere(state, placement, event, started));
        String before = open.get().facilityId();
        return before.equals(place.facilityId())
                ? after
                : after.spendOverrides(event.placementId(), before);
    }
}
