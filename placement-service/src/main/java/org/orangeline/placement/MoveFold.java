package org.orangeline.placement;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.transfers.Transfer;

/** The part of the fold in which people move, or are away for a time. */
final class MoveFold {

    private MoveFold() {}

    static OperationPlacements transferOrdered(
            OperationPlacements state, TransferOrdered event, Started started) {
        var to = new Place(event.facilityId(), event.section());
        return on(
                        state,
                        event.placementId(),
                        placement ->
                                placement.transferring(
                                        new Transfer(
                                                event.transferId(),
                                                to,
                                                started.eventId(),
                                                started.at())))
                .change(to.facilityId(), facility -> facility.reserve(to.section()))
                .useOverrides(event.placementId());
    }

    static OperationPlacements transferCancelled(OperationPlacements state, UUID placementId) {
        Placement before = state.placement(placementId).orElseThrow();
        Place to = before.destination();
        OperationPlacements after =
                on(state, placementId, placement -> placement.transferring(null))
                        .change(to.facilityId(), facility -> facility.giveBack(to.section()));
        return to.facilityId().equals(before.facilityId())
                ? after
                : after.spendOverrides(placementId, to.facilityId());
    }

    static OperationPlacements transferred(
            OperationPlacements state, Transferred event, Started started) {
        Place from = state.placement(event.placementId()).orElseThrow().place();
        var to = new Place(event.facilityId(), event.section());
        OperationPlacements after =
                on(state, event.placementId(), placement -> placement.transferred(to, started))
                        .change(
                                from.facilityId(),
                                facility -> facility.leave(from.section(), false))
                        .change(to.facilityId(), facility -> facility.admit(to.section()))
                        .useOverrides(event.placementId());
        return from.facilityId().equals(to.facilityId())
                ? after
                : after.spendOverrides(event.placementId(), from.facilityId());
    }

    static OperationPlacements absent(
            OperationPlacements state, AbsenceStarted event, Started started) {
        var absence =
                new Absence(event.absenceId(), event.why(), started.at(), event.expectedBack());
        Place place = state.placement(event.placementId()).orElseThrow().place();
        return on(
                        state,
                        event.placementId(),
                        placement -> {
                            Placement away = placement.with(absence);
                            return placement.basis().isDetention()
                                    ? away.with(away.duties().noteworthy(started))
                                    : away;
                        })
                .change(place.facilityId(), facility -> facility.goAway(place.section()));
    }

    static OperationPlacements back(OperationPlacements state, UUID placementId) {
        Place place = state.placement(placementId).orElseThrow().place();
        return on(state, placementId, placement -> placement.with((Absence) null))
                .change(place.facilityId(), facility -> facility.comeBack(place.section()));
    }

    private static OperationPlacements on(
            OperationPlacements state, UUID placementId, UnaryOperator<Placement> change) {
        return state.with(change.apply(state.placement(placementId).orElseThrow()));
    }
}
