package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * That a rule may be broken for one person and one place: a placement officer says why, and a
 * reviewer signs as well.
 */
final class Overrides {
    private static final String RULE = "P6";

    private final Scene scene;
    private final AtomicBoolean shown = new AtomicBoolean();
    private final AtomicInteger signed = new AtomicInteger();

    Overrides(Scene scene) {
        this.scene = scene;
    }

    /** How many two people have signed. */
    int signed() {
        return signed.get();
    }

    /**
     * Has the override signed twice.
     *
     * @param refused what the order was told without it; shown once
     */
    void sign(Proposal proposal, String facilityId, Answer refused) {
        boolean first = shown.compareAndSet(false, true);
        if (first) {
            scene.mustRefuse("a family is split: one of it to a " + kind(proposal), RULE, refused);
        }
        String officer = Staff.forPerson(scene.staff().placement(), proposal.personId());
        String path = "persons/" + proposal.personId() + "/overrides";
        ObjectNode body =
                Scene.json()
                        .put("facilityId", facilityId)
                        .put("rule", RULE)
                        .put("reason", "the finding leads there; the others stay together");
        Answer requested = scene.placement().post(officer, path, body);
        if (!scene.accepted(requested, "the first signature of an override")) {
            return;
        }
        String signature = path + "/" + requested.body().path("overrideId").asText() + "/signature";
        if (first) {
            scene.mustRefuse(
                    "one officer signs an override twice",
                    RULE,
                    scene.placement().post(officer, signature, Scene.json()));
        }
        Answer second = scene.placement().post(scene.staff().reviewer(), signature, Scene.json());
        if (scene.accepted(second, "the second signature of an override")) {
            signed.incrementAndGet();
        }
    }

    private static String kind(Proposal proposal) {
        return proposal.facilityKind().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
