package org.orangeline.placement.facilities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.CapacityCommand;
import org.orangeline.placement.CapacityCommand.ApproveCapacity;
import org.orangeline.placement.CapacityCommand.RequestCapacity;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Changes of capacity, by two people. Nobody is moved by one; the excess is questioned. */
public final class CapacityDecider {

    private CapacityDecider() {}

    public static Decision<PlacementEvent> decide(
            CapacityCommand command, OperationPlacements state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        return switch (command) {
            case RequestCapacity request -> request(request, state, context);
            case ApproveCapacity approve -> approve(approve, state, context);
        };
    }

    private static Decision<PlacementEvent> request(
            RequestCapacity command, OperationPlacements state, Context context) {
        Optional<Facility> facility = state.facility(command.facilityId());
        if (facility.isEmpty()
                || (command.section() != null
                        && facility.get().section(command.section()).isEmpty())) {
            return Decision.refuse(Refusal.notFound("There is no such facility or section."));
        }
        return Decision.accept(
                new CapacityChangeRequested(
                        command.facilityId(),
                        context.newId("change"),
                        command.section(),
                        command.capacity().working(),
                        command.capacity().certified(),
                        command.capacity().blocked(),
                        Confidential.of(command.reason().text())));
    }

    private static Decision<PlacementEvent> approve(
            ApproveCapacity command, OperationPlacements state, Context context) {
        Optional<CapacityRequest> found =
                state.capacityRequest(command.changeId())
                        .filter(request -> request.facilityId().equals(command.facilityId()));
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such request."));
        }
        CapacityRequest request = found.get();
        if (context.actor().mayBe(request.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule("P1", "A second person has to approve a change of capacity."));
        }
        Facility changed =
                state.facility(command.facilityId())
                        .orElseThrow()
                        .with(request.section(), request.capacity());
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new CapacityChanged(
                        request.facilityId(),
                        request.changeId(),
                        request.section(),
                        request.capacity().working(),
                        request.capacity().certified(),
                        request.capacity().blocked(),
                        request.requestedBy()));
        events.addAll(excess(changed, request.section(), state));
        return Decision.accept(events);
    }

    /** P14: who came last is questioned, orders before people who are inside. */
    private static List<PlacementEvent> excess(
            Facility changed, @Nullable String section, OperationPlacements state) {
        int excess =
                section == null
                        ? changed.excess()
                        : changed.section(section).map(SectionPlaces::excess).orElse(0);
        return state.placementsIn(changed.facilityId())
                .filter(placement -> section == null || section.equals(placement.place().section()))
                .sorted(
                        Comparator.comparing(Placement::status)
                                .thenComparing(Comparator.comparing(Placement::since).reversed())
                                .thenComparing(Placement::placementId))
                .limit(excess)
                .filter(placement -> !placement.questioned().contains("P1"))
                .<PlacementEvent>map(placement -> placement.question(List.of("P1")))
                .toList();
    }
}
