package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Registrars admit who arrives; some orders are cancelled, some people released. */
final class Custody {
    private static final int CANCELLED_EVERY = 25;
    private static final int STILL_ON_THE_WAY_EVERY = 20;
    private static final int RELEASED_EVERY = 15;

    private final Scene scene;
    private final Headcount headcount;
    private final Queue<Order> inside = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    Custody(Scene scene, Headcount headcount) {
        this.scene = scene;
        this.headcount = headcount;
    }

    /** Handles all of them, and gives the orders of those who are inside at the end. */
    List<Order> run(List<Order> orders) {
        Crowd.forEach(
                orders,
                Scene.WORKERS,
                order -> {
                    handle(order, done.incrementAndGet());
                    scene.terminal().bar("admitting", done.get(), orders.size());
                });
        return List.copyOf(inside);
    }

    private void handle(Order order, int number) {
        if (order.standsAlone() && number % CANCELLED_EVERY == 0) {
            call(scene.staff().placement().getFirst(), order, "cancellation", reason("sent home"));
        } else if (number % STILL_ON_THE_WAY_EVERY == 0) {
            headcount.onTheWay(order.facilityId());
        } else if (call(scene.staff().registrar(), order, "admission", Scene.json())) {
            if (order.standsAlone() && number % RELEASED_EVERY == 0) {
                ObjectNode reason =
                        reason("no case was brought")
                                .put("kind", "OWN_WAY")
                                .put("legalReference", "AP I 75(3)");
                call(scene.staff().registrar(), order, "release", reason);
            } else {
                headcount.admitted(order.facilityId());
                inside.add(order);
            }
        }
    }

    private static ObjectNode reason(String reason) {
        return Scene.json().put("reason", reason);
    }

    private boolean call(String token, Order order, String what, ObjectNode body) {
        Answer answer =
                scene.placement()
                        .post(token, "placements/" + order.placementId() + "/" + what, body);
        return scene.accepted(answer, what + " " + order.proposal().basis());
    }

    /** A table of the places, and that nothing is over its capacity or counted wrongly. */
    void report() {
        Answer answer = scene.placement().get(scene.staff().coordinator(), "facilities");
        if (!scene.accepted(answer, "reading the facilities")) {
            return;
        }
        scene.terminal().line("");
        scene.terminal().line(row("place", "kind", "capacity", "present", "reserved", "free"));
        for (JsonNode place : answer.body()) {
            String id = place.path("facilityId").asText();
            scene.terminal()
                    .line(
                            row(
                                    id,
                                    place.path("kind").asText(),
                                    place.path("capacity").asText(),
                                    place.path("present").asText(),
                                    place.path("reserved").asText(),
                                    place.path("free").asText()));
            check(place, id);
        }
    }

    private void check(JsonNode place, String id) {
        int present = place.path("present").asInt();
        int reserved = place.path("reserved").asInt();
        scene.faults()
                .require(
                        present + reserved <= headcount.most(id, place.path("capacity").asInt()),
                        id + " is over its capacity");
        scene.faults()
                .require(
                        present == headcount.present(id) && reserved == headcount.reserved(id),
                        "%s counts %d present and %d reserved; the officers made it %d and %d"
                                .formatted(
                                        id,
                                        present,
                                        reserved,
                                        headcount.present(id),
                                        headcount.reserved(id)));
    }

    private static String row(String... cells) {
        return "  %-20s %-13s %9s %9s %9s %9s".formatted((Object[]) cells);
    }
}
