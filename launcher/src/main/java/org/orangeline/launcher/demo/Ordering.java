package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Orders places; what only splits a family (P6) is signed by two people and ordered again. */
final class Ordering {
    private static final int TRIES = 20;

    private final Scene scene;
    private final Overrides overrides;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();

    Ordering(Scene scene, Overrides overrides) {
        this.scene = scene;
        this.overrides = overrides;
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    /** A family as one unit: all of them, or none. */
    void together(List<Proposal> family, String facilityId) {
        List<Answer> answers = send(family, facilityId);
        if (isRefusedOnlyByP6(answers.getFirst())) {
            // Who goes with a relative is split from nobody else than that relative is.
            family.stream()
                    .filter(Proposal::alone)
                    .forEach(one -> overrides.sign(one, facilityId, answers.getFirst()));
            noted(family, facilityId, send(family, facilityId));
        } else {
            noted(family, facilityId, answers);
        }
    }

    /** Somebody alone. */
    void one(Proposal proposal, String facilityId) {
        Answer answer = send(proposal, facilityId);
        if (isRefusedOnlyByP6(answer)) {
            overrides.sign(proposal, facilityId, answer);
            answer = send(proposal, facilityId);
        }
        noted(List.of(proposal), facilityId, List.of(answer));
    }

    private static boolean isRefusedOnlyByP6(Answer answer) {
        return answer.refusedBy("P6") && answer.body().path("rules").size() <= 1;
    }

    private void noted(List<Proposal> proposals, String facilityId, List<Answer> answers) {
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            Answer answer = answers.get(i);
            String what = "order " + proposal.basis() + " " + proposal.facilityKind();
            if (scene.accepted(answer, what)) {
                String placement = answer.body().path("placementId").asText();
                orders.add(new Order(proposal, facilityId, placement));
            }
        }
    }

    private Answer send(Proposal proposal, String facilityId) {
        return scene.placement().post(officer(proposal), "placements", body(proposal, facilityId));
    }

    private List<Answer> send(List<Proposal> family, String facilityId) {
        Proposal head = family.getFirst();
        ObjectNode body = Scene.json();
        ArrayNode entries = body.putArray("orders");
        for (Proposal proposal : family) {
            ObjectNode entry = entries.addObject().put("unit", "family");
            entry.set("order", body(proposal, facilityId));
        }
        String key = UUID.randomUUID().toString();
        Answer answer = batch(head, body, key);
        for (int i = 0;
                i < TRIES && answer.body().findValuesAsText("status").contains("retry");
                i++) {
            Pause.millis(500);
            answer = batch(head, body, key);
        }
        if (!answer.is(200)) {
            throw new DemoException("a batch of orders: " + answer.brief());
        }
        return java.util.stream.StreamSupport.stream(answer.body().spliterator(), false)
                .map(Ordering::outcome)
                .toList();
    }

    private Answer batch(Proposal head, ObjectNode body, String key) {
        return scene.placement().post(officer(head), "placements/batch", body, key);
    }

    /** The outcome of an order in a batch, as if it had been a call of its own. */
    private static Answer outcome(JsonNode outcome) {
        JsonNode problem = outcome.path("problem");
        return problem.isObject()
                ? new Answer(problem.path("status").asInt(), problem)
                : new Answer(201, outcome);
    }

    private String officer(Proposal proposal) {
        return Staff.forPerson(scene.staff().placement(), proposal.personId());
    }

    private ObjectNode body(Proposal proposal, String facilityId) {
        return Order.body(proposal, facilityId, scene.clock().now());
    }
}
