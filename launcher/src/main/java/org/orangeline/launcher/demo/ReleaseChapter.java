package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A board finds no ground any more: the software proposes the release, a registrar orders it. */
final class ReleaseChapter {
    private final Scene scene;
    private final Headcount headcount;

    ReleaseChapter(Scene scene, Headcount headcount) {
        this.scene = scene;
        this.headcount = headcount;
    }

    Told run(List<Order> inside) {
        long released =
                inside.reversed().stream()
                        .filter(Order::standsAlone)
                        .limit(1)
                        .filter(this::isFree)
                        .count();
        return new Told("released after a review", released);
    }

    private boolean isFree(Order order) {
        String placement = "placements/" + order.placementId();
        Answer review =
                scene.placement()
                        .post(
                                scene.staff().reviewer(),
                                placement + "/review",
                                DutyChapter.review("RELEASE", "no ground is left"));
        if (!scene.accepted(review, "a review")) {
            return false;
        }
        scene.faults()
                .require(
                        person(order).at("/proposal/action").asText().equals("RELEASE"),
                        "a release is not proposed after its review");
        ObjectNode reason =
                Scene.json()
                        .put("kind", "OWN_WAY")
                        .put("reason", "the board found no ground")
                        .put("legalReference", "GC IV 43");
        Answer release =
                scene.placement().post(scene.staff().registrar(), placement + "/release", reason);
        if (!scene.accepted(release, "a release")) {
            return false;
        }
        headcount.left(order.facilityId());
        JsonNode person = person(order);
        scene.faults()
                .require(!person.path("placement").isObject(), "who was released is still held");
        scene.terminal()
                .line(
                        "  %s is released from %s after a review"
                                .formatted(
                                        person.path("registrationNumber").asText(),
                                        order.facilityId()));
        return true;
    }

    private JsonNode person(Order order) {
        return scene.placement()
                .get(scene.staff().reviewer(), "persons/" + order.proposal().personId())
                .body();
    }
}
