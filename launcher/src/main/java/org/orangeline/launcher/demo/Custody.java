package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Registrars admit who arrives; some orders are cancelled, some people released. */
final class Custody {
    private static final int CANCELLED_EVERY = 25;
    private static final int STILL_ON_THE_WAY_EVERY = 20;
    private static final int RELEASED_EVERY = 15;

    private final Scene scene;
    private final Map<String, AtomicInteger> present = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> reserved = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    Custody(Scene scene) {
        this.scene = scene;
    }

    void run(List<Order> orders) {
        Crowd.forEach(
                orders,
                Scene.WORKERS,
                order -> {
                    handle(order, done.incrementAndGet());
                    scene.terminal().bar("admitting", done.get(), orders.size());
                });
    }

    private void handle(Order order, int number) {
        if (order.standsAlone() && number % CANCELLED_EVERY == 0) {
            call(scene.staff().placement().getFirst(), order, "cancellation", reason("sent home"));
        } else if (number % STILL_ON_THE_WAY_EVERY == 0) {
            count(reserved, order.facilityId());
        } else if (call(scene.staff().registrar(), order, "admission", Scene.json())) {
            if (order.standsAlone() && number % RELEASED_EVERY == 0) {
                ObjectNode reason =
                        reason("no case was brought").put("legalReference", "AP I 75(3)");
                call(scene.staff().registrar(), order, "release", reason);
            } else {
                count(present, order.facilityId());
            }
        }
    }

    /** A place that was ordered and is not used yet. */
    void onTheWay(String facilityId, int people) {
        for (int i = 0; i < people; i++) {
            count(reserved, facilityId);
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

    private static void count(Map<String, AtomicInteger> counts, String facility) {
        counts.computeIfAbsent(facility, any -> new AtomicInteger()).incrementAndGet();
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
        int inside = place.path("present").asInt();
        int onTheWay = place.path("reserved").asInt();
        scene.faults()
                .require(
                        inside + onTheWay <= place.path("capacity").asInt(),
                        id + " is over its capacity");
        scene.faults()
                .require(
                        inside == of(present, id) && onTheWay == of(reserved, id),
                        "%s counts %d present and %d reserved; the officers made it %d and %d"
                                .formatted(
                                        id, inside, onTheWay, of(present, id), of(reserved, id)));
    }

    private static int of(Map<String, AtomicInteger> counts, String id) {
        AtomicInteger count = counts.get(id);
        return count == null ? 0 : count.get();
    }

    private static String row(String... cells) {
        return "  %-20s %-13s %9s %9s %9s %9s".formatted((Object[]) cells);
    }
}
