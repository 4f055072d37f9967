package org.orangeline.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Placement officers order what is proposed: adults first, children beside them. */
final class Placing {
    private static final long LIMIT_MILLIS = 300_000;

    private final Scene scene;
    private final Places places;
    private final Set<String> awaited = new HashSet<>();
    private final Set<String> handled = new HashSet<>();
    private final Map<String, Household> households = new HashMap<>();

    /** Household to the camp that it goes to. */
    private final Map<String, String> camps = new ConcurrentHashMap<>();

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    Placing(Scene scene, List<Case> cases, Places places) {
        this.scene = scene;
        this.places = places;
        cases.stream()
                .filter(Case::leadsToPlacement)
                .forEach(one -> awaited.add(one.person().id()));
        for (Household household : scene.exodus()) {
            household.members().forEach(person -> households.put(person.id(), household));
        }
    }

    /** Orders until nothing new is proposed and nobody's proposal is missing. */
    List<Order> run() {
        long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() < deadline) {
            List<Proposal> fresh = fresh();
            order(fresh);
            quiet = fresh.isEmpty() && handled.containsAll(awaited) ? quiet + 1 : 0;
            if (fresh.isEmpty()) {
                Pause.millis(300);
            }
        }
        awaited.removeAll(handled);
        scene.faults()
                .require(awaited.isEmpty(), awaited.size() + " concluded people got no proposal");
        return List.copyOf(orders);
    }

    private List<Proposal> fresh() {
        List<Proposal> fresh = new ArrayList<>();
        for (JsonNode item :
                Pages.all(scene.placement(), scene.staff().placement().getFirst(), "proposals")) {
            if (Proposal.places(item) && handled.add(item.path("personId").asText())) {
                fresh.add(Proposal.of(item));
            }
        }
        return fresh;
    }

    private void order(List<Proposal> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, List<Proposal>> together = new HashMap<>();
        for (Proposal proposal : fresh) {
            Household household = households.get(proposal.personId());
            if (household == null) {
                scene.faults().add("a proposal names a person who never came");
            } else {
                together.computeIfAbsent(household.id(), any -> new ArrayList<>()).add(proposal);
            }
        }
        done.set(0);
        Crowd.forEach(
                List.copyOf(together.values()),
                Scene.WORKERS,
                theirs -> {
                    theirs.stream()
                            .sorted(Comparator.comparing(Proposal::alone).reversed())
                            .forEach(this::order);
                    scene.terminal()
                            .bar("ordering places", done.addAndGet(theirs.size()), fresh.size());
                });
    }

    private void order(Proposal proposal) {
        Household household = requireNonNull(households.get(proposal.personId()));
        String facility =
                proposal.facilityKind().equals("CAMP")
                        ? camps.computeIfAbsent(
                                household.id(),
                                any ->
                                        places.take(
                                                "CAMP",
                                                proposal.facilityId(),
                                                household.members().size()))
                        : places.take(proposal.facilityKind(), proposal.facilityId(), 1);
        String officer = Staff.forPerson(scene.staff().placement(), proposal.personId());
        Answer answer =
                scene.placement().post(officer, "placements", Order.body(proposal, facility));
        if (scene.accepted(answer, "order " + proposal.basis() + " " + proposal.facilityKind())) {
            orders.add(new Order(proposal, facility, answer.body().path("placementId").asText()));
        }
    }
}
