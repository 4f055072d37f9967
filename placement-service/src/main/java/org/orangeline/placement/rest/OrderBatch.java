package org.orangeline.placement.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Problem;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.rest.PlacementRequests.OrdersRequest;
import org.orangeline.runtime.Outcome;

/** Many orders of one request: each unit is a command of its own. */
final class OrderBatch {

    private OrderBatch() {}

    /** Submits all, then waits for all: they share few transactions. */
    static List<OrderOutcome> run(
            String operation,
            OrdersRequest request,
            List<OrderPlacement> orders,
            Submissions submissions) {
        String key = submissions.key();
        SequencedMap<String, List<Integer>> units = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            String unit = request.orders().get(i).unit();
            units.computeIfAbsent(
                            unit == null ? "order " + i : "unit " + unit,
                            unused -> new ArrayList<>())
                    .add(i);
        }
        Map<String, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();
        units.forEach((unit, members) ->
                outcomes.put(
                        unit,
                        submissions.submit(
                                command(operation, members, orders), "orders", key + " " + unit)));
        OrderOutcome[] answers = new OrderOutcome[orders.size()];
        outcomes.forEach((unit, pending) -> {
            Outcome outcome = submissions.await(pending);
            for (int member : Optional.ofNullable(units.get(unit)).orElseThrow()) {
                answers[member] = OrderOutcome.of(member, orders.get(member), outcome);
            }
        });
        return List.of(answers);
    }

    private static PlacementCommand command(
            String operation, List<Integer> members, List<OrderPlacement> orders) {
        return members.size() == 1
                ? orders.get(members.getFirst())
                : new OrderTogether(operation, members.stream().map(orders::get).toList());
    }

    /**
     * @param index of the order in the request, from 0
     * @param status {@code ordered}, {@code refused}, or {@code retry}: send the same request again
     */
    @Schema(name = "OrderOutcome")
    public record OrderOutcome(
            int index,
            UUID personId,
            String status,
            @Nullable UUID placementId,
            @Nullable Problem problem) {

        static OrderOutcome of(int index, OrderPlacement order, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Done done ->
                        new OrderOutcome(
                                index, order.personId(), "ordered", placementOf(order, done), null);
                case Outcome.Unavailable unavailable ->
                        new OrderOutcome(
                                index,
                                order.personId(),
                                "retry",
                                null,
                                Commands.problem(unavailable));
                default ->
                        new OrderOutcome(
                                index,
                                order.personId(),
                                "refused",
                                null,
                                Commands.problem(outcome));
            };
        }

        private static @Nullable UUID placementOf(OrderPlacement order, Outcome.Done done) {
            return done.events().stream()
                    .map(Recorded::event)
                    .filter(PlacementOrdered.class::isInstance)
                    .map(PlacementOrdered.class::cast)
                    .filter(event -> event.personId().equals(order.personId()))
                    .map(PlacementOrdered::placementId)
                    .findFirst()
                    .orElse(null);
        }
    }
}
