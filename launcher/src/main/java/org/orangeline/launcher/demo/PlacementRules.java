package org.orangeline.launcher.demo;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders that no rule lets through, and a race for the last place, tried on purpose. */
final class PlacementRules {
    private static final int RACERS = 20;

    private final Scene scene;
    private final List<Case> cases;
    private final String prison;

    PlacementRules(Scene scene, List<Case> cases, List<Facility> facilities) {
        this.scene = scene;
        this.cases = cases;
        this.prison =
                facilities.stream()
                        .filter(facility -> facility.kind().equals("PRISON"))
                        .map(Facility::id)
                        .reduce((first, last) -> last)
                        .orElseThrow();
    }

    void showRefusals(List<Order> orders) {
        scene.people().stream()
                .filter(Refugee::child)
                .findFirst()
                .ifPresent(child ->
                        scene.mustRefuse(
                                "a child is ordered to a prison",
                                "P3",
                                order(officer(), toPrison(child.id()))));
        person("CIVILIAN")
                .ifPresent(civilian ->
                        scene.mustRefuse(
                                "a civilian is ordered to a prison",
                                "P4",
                                order(officer(), toPrison(civilian.id()))));
        orders.stream()
                .filter(Order::standsAlone)
                .findFirst()
                .ifPresent(placed -> {
                    ObjectNode again = body(placed.proposal(), placed.facilityId());
                    scene.mustRefuse(
                            "a second place for one person", "P2", order(officer(), again));
                    scene.mustRefuse(
                            "a program orders a place",
                            "S6",
                            order(scene.staff().machine(), again));
                });
    }

    /**
     * Many officers want the last place at once, each for somebody else: one gets it, and goes in.
     *
     * @param orders whoever is placed has relatives who have to stay with that one (P6)
     */
    int raceForTheLastPlace(List<Order> orders) {
        Set<String> ordered =
                orders.stream().map(order -> order.proposal().personId()).collect(toSet());
        Set<String> free =
                scene.exodus().stream()
                        .map(Household::members)
                        .filter(all -> all.stream().map(Refugee::id).noneMatch(ordered::contains))
                        // Nobody goes where a child of theirs is left in the line.
                        .filter(all -> all.stream().allMatch(Refugee::adult))
                        .flatMap(List::stream)
                        .map(Refugee::id)
                        .collect(toSet());
        List<Refugee> racers =
                cases.stream()
                        .filter(one -> one.finding().equals("CIVILIAN"))
                        .map(Case::person)
                        .filter(person -> free.contains(person.id()))
                        .limit(RACERS)
                        .toList();
        AtomicInteger won = new AtomicInteger();
        AtomicInteger full = new AtomicInteger();
        Crowd.forEach(
                racers,
                RACERS,
                person -> {
                    Proposal shelter =
                            new Proposal(
                                    person.id(),
                                    "TRANSIT",
                                    Facility.LAST_PLACE,
                                    "VOLUNTARY_SHELTER",
                                    "");
                    Answer answer = order(officer(), body(shelter, Facility.LAST_PLACE));
                    if (answer.accepted()) {
                        won.incrementAndGet();
                        admit(answer);
                    } else if (answer.is(409) && answer.refusedBy("P1")) {
                        full.incrementAndGet();
                    } else {
                        scene.faults().add("an order in the race: " + answer.brief());
                    }
                });
        scene.faults()
                .require(
                        won.get() == Math.min(1, racers.size()),
                        won.get() + " orders got the last place");
        scene.terminal()
                .line(
                        "  %d officers ordered the last place of %s at once: %d got it, %d full (P1)"
                                .formatted(
                                        racers.size(), Facility.LAST_PLACE, won.get(), full.get()));
        return won.get();
    }

    private void admit(Answer order) {
        scene.accepted(
                scene.placement()
                        .post(
                                scene.staff().registrar(),
                                "placements/"
                                        + order.body().path("placementId").asText()
                                        + "/admission",
                                Scene.json()),
                "an admission to the last place");
    }

    private java.util.Optional<Refugee> person(String finding) {
        return cases.stream()
                .filter(one -> one.finding().equals(finding) && one.person().adult())
                .map(Case::person)
                .findFirst();
    }

    private ObjectNode toPrison(String personId) {
        return body(new Proposal(personId, "PRISON", prison, "CRIMINAL_CUSTODY", ""), prison);
    }

    private ObjectNode body(Proposal proposal, String facilityId) {
        return Order.body(proposal, facilityId, scene.clock().now());
    }

    private Answer order(String token, ObjectNode body) {
        return scene.placement().post(token, "placements", body);
    }

    private String officer() {
        return scene.staff().placement().getFirst();
    }
}
