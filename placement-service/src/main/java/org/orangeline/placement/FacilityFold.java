package org.orangeline.placement;

import org.orangeline.events.Recorded;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.facilities.Capacity;
import org.orangeline.placement.facilities.CapacityRequest;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.FacilityRequest;
import org.orangeline.placement.orders.Moves;
import org.orangeline.placement.orders.Placement;

/** The part of the fold about facilities: their places, who runs them, and who may leave. */
final class FacilityFold {

    private FacilityFold() {}

    static CapacityRequest request(CapacityChangeRequested event, String actor) {
        return new CapacityRequest(
                event.changeId(),
                event.facilityId(),
                event.section(),
                new Capacity(event.working(), event.certified(), event.blocked()),
                actor);
    }

    static OperationPlacements capacity(OperationPlacements state, CapacityChanged event) {
        var capacity = new Capacity(event.working(), event.certified(), event.blocked());
        return state.change(
                        event.facilityId(), facility -> facility.with(event.section(), capacity))
                .withoutCapacityRequests(event.facilityId(), event.section());
    }

    static FacilityRequest request(FacilityChangeRequested event, String actor) {
        return new FacilityRequest(
                event.changeId(),
                event.facilityId(),
                event.authority(),
                event.mayLeave(),
                actor,
                event.at(),
                event.layout());
    }

    static OperationPlacements changed(
            OperationPlacements state, FacilityChanged event, Recorded<?> recorded) {
        FacilityLayout layout = event.layout();
        if (layout != null) {
            return state.change(event.facilityId(), facility -> facility.laidOut(layout))
                    .withoutFacilityRequest(event.changeId());
        }
        Started changed = Started.by(recorded).told(event.at());
        OperationPlacements after =
                state.change(
                                event.facilityId(),
                                facility ->
                                        facility.run(
                                                event.authority(), event.mayLeave(), changed.at()))
                        .withoutFacilityRequests(event.facilityId());
        Facility facility = after.facility(event.facilityId()).orElseThrow();
        // Also of who was there before a fact that two humans may withdraw (rule P18).
        for (Placement placement : state.placements().values()) {
            Placement now =
                    placement.changed(one ->
                            one.facilityId().equals(facility.facilityId())
                                    ? Moves.inChanged(
                                            one,
                                            facility.holds(one.basis()),
                                            CustodyFold.custody(
                                                    state,
                                                    one.personId(),
                                                    changed.told(one.custodySince())),
                                            changed.notBefore(one.happenedAt()))
                                    : one);
            if (!now.equals(placement)) {
                after = after.with(now);
            }
        }
        return after;
    }
}
