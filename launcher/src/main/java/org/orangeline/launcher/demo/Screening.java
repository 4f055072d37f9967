package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Officers recommend, others approve; a few recommendations are sent back first. */
final class Screening {
    private static final int SENT_BACK_EVERY = 40;

    private final Scene scene;
    private final List<Case> cases;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger cleared = new AtomicInteger();

    Screening(Scene scene, List<Case> cases) {
        this.scene = scene;
        this.cases = cases;
    }

    void run() {
        showRefusals();
        Crowd.forEach(cases, Scene.WORKERS, this::conclude);
    }

    private void conclude(Case one) {
        String id = one.person().id();
        String screener = Staff.forPerson(scene.staff().screeners(), id);
        String approver = Staff.forPerson(scene.staff().approvers(), id);
        int number = done.incrementAndGet();
        boolean accepted =
                (!one.person().urgent() || clear(id))
                        && ask(screener, one.person())
                        && recommend(screener, one);
        if (accepted && number % SENT_BACK_EVERY == 0) {
            accepted =
                    scene.accepted(
                                    approve(approver, id, false, "the second witness is missing"),
                                    "sending a recommendation back")
                            && recommend(screener, one);
        }
        if (accepted) {
            scene.accepted(approve(approver, id, true, "checked"), "conclusion " + one.finding());
        }
        scene.terminal().bar("screening", number, cases.size());
    }

    /** A clinician lets the officers ask (S4). */
    private boolean clear(String personId) {
        ObjectNode body = Scene.json().put("clinician", "clinician-2");
        boolean accepted =
                scene.accepted(
                        scene.screening()
                                .post(
                                        scene.staff().clinician(),
                                        "persons/" + personId + "/medical-clearance",
                                        body),
                        "medical clearance");
        if (accepted) {
            cleared.incrementAndGet();
        }
        return accepted;
    }

    /** How many were in urgent need of care and could be questioned after it. */
    int cleared() {
        return cleared.get();
    }

    /** Opens the screening once and keeps what the person says, and does not want to say (S1). */
    private boolean ask(String screener, Refugee person) {
        if (!asked.add(person.id())) {
            return true;
        }
        String path = "persons/" + person.id();
        ObjectNode answers = Scene.json();
        answers.putArray("answers")
                .add(answer("how-you-came", "on foot, then on a truck"))
                .add(answer("has-papers", "NO"))
                .add(answer("family-with-you", "2"))
                .add(answer("fears-return", "YES"));
        String reason = person.child() ? "UNABLE" : "DECLINED";
        answers.putArray("notAnswered")
                .add(Scene.json().put("question", "occupation").put("reason", reason))
                .add(Scene.json().put("question", "carried-arms").put("reason", reason));
        return scene.accepted(
                        scene.screening()
                                .post(
                                        screener,
                                        path + "/screening",
                                        Scene.json().put("language", "ar")),
                        "opening a screening")
                && scene.accepted(
                        scene.screening().post(screener, path + "/answers", answers),
                        "recording answers");
    }

    private static ObjectNode answer(String question, String value) {
        return Scene.json().put("question", question).put("value", value);
    }

    private boolean recommend(String screener, Case one) {
        return scene.accepted(
                recommendation(screener, one.person().id(), one.finding(), one.grounds()),
                "recommendation " + one.finding());
    }

    private Answer recommendation(
            String token, String personId, String finding, List<String> grounds) {
        ObjectNode body = Scene.json().put("finding", finding);
        var list = body.putArray("grounds");
        grounds.forEach(
                code -> list.addObject().put("code", code).put("statement", "as told, noted"));
        body.putArray("evidence").add("E-" + personId.substring(0, 8));
        return scene.screening().post(token, "persons/" + personId + "/recommendation", body);
    }

    private Answer approve(String token, String personId, boolean approve, String reason) {
        ObjectNode body = Scene.json().put("approve", approve).put("reason", reason);
        return scene.screening().post(token, "persons/" + personId + "/conclusion", body);
    }

    /** What the rules do not let anybody do, tried on purpose. */
    private void showRefusals() {
        Refugee man =
                cases.stream()
                        .map(Case::person)
                        .filter(person -> !person.female() && person.adult() && !person.urgent())
                        .findFirst()
                        .orElseThrow(() -> new DemoException("there is no man to screen"));
        // The first screener is an approver as well.
        String both = scene.staff().screeners().getFirst();
        scene.mustRefuse(
                "a program recommends a finding",
                "S6",
                recommendation(
                        scene.staff().machine(), man.id(), "CIVILIAN", List.of("NO_INDICATION")));
        scene.mustRefuse(
                "FIGHTER, on his nationality",
                "S2",
                recommendation(both, man.id(), "FIGHTER", List.of("NATIONALITY")));
        cases.stream()
                .map(Case::person)
                .filter(Refugee::urgent)
                .findFirst()
                .ifPresent(urgent ->
                        scene.mustRefuse(
                                "questions before urgent care",
                                "S4",
                                recommendation(
                                        both, urgent.id(), "CIVILIAN", List.of("NO_INDICATION"))));
        scene.people().stream()
                .filter(Refugee::child)
                .filter(child -> !child.urgent())
                .findFirst()
                .ifPresent(child ->
                        scene.mustRefuse(
                                "a child is found FIGHTER",
                                "S5",
                                recommendation(
                                        both,
                                        child.id(),
                                        "FIGHTER",
                                        List.of("DIRECT_PARTICIPATION"))));
        scene.mustRefuse(
                "a finding on somebody who was asked nothing",
                "S1",
                recommendation(both, man.id(), "CIVILIAN", List.of("NO_INDICATION")));
        ask(both, man);
        scene.accepted(
                recommendation(both, man.id(), "UNDETERMINED", List.of("NO_INDICATION")),
                "recommendation");
        scene.mustRefuse(
                "the officer who recommended approves", "S3", approve(both, man.id(), true, "own"));
        scene.accepted(
                approve(scene.staff().approvers().getFirst(), man.id(), false, "look again"),
                "sending a recommendation back");
    }
}
