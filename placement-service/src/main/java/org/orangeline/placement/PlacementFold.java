package org.orangeline.placement;

import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Placement.Status;
import org.orangeline.placement.proposals.Proposal;

/** The one way to apply an event of placement-service. */
final class PlacementFold {

    private PlacementFold() {}

    static PlacementState evolve(PlacementState state, Recorded<? extends DomainEvent> recorded) {
        if (!(recorded.event() instanceof PlacementEvent event)) {
            throw new IllegalArgumentException("not an event of placement-service");
        }
        String operation = recorded.envelope().operation();
        return state.with(operation, evolve(state.operation(operation), event, recorded));
    }

    private static OperationPlacements evolve(
            OperationPlacements state, PlacementEvent event, Recorded<?> recorded) {
        var at = recorded.envelope().time();
        return switch (event) {
            case FacilityRegistered registered -> state.with(Facility.registered(registered));
            case BornInCustody _ -> state;
            case PlacementProposed proposed -> state.with(Proposal.of(proposed, at));
            case PlacementOrdered ordered ->
                    state.with(Placement.ordered(ordered, at))
                            .change(ordered.facilityId(), Facility::reserve)
                            .withoutProposal(ordered.personId());
            case PlacementCancelled cancelled ->
                    become(state, cancelled.placementId(), Status.CANCELLED, recorded)
                            .change(cancelled.facilityId(), Facility::giveBack);
            case PlacementQuestioned questioned ->
                    state.with(
                            state.placement(questioned.placementId())
                                    .orElseThrow()
                                    .question(questioned.rules()));
            case PlacedInDetention placed ->
                    become(state, placed.placementId(), Status.PLACED, recorded)
                            .change(placed.facilityId(), Facility::admit);
            case ShelterProvided sheltered ->
                    become(state, sheltered.placementId(), Status.PLACED, recorded)
                            .change(sheltered.facilityId(), Facility::admit);
            case ReleasedFromDetention released ->
                    become(state, released.placementId(), Status.ENDED, recorded)
                            .change(released.facilityId(), Facility::leave)
                            .withoutProposal(released.personId());
            default -> state;
        };
    }

    private static OperationPlacements become(
            OperationPlacements state,
            java.util.UUID placementId,
            Status status,
            Recorded<?> recorded) {
        return state.with(state.placement(placementId).orElseThrow().become(status, recorded));
    }
}
