package org.orangeline.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Placement officers order what is proposed: a family that goes to a camp together, and only then
 * those of it who go elsewhere, which rule P6 lets through with two signatures.
 */
final class Placing {
    private static final long LIMIT_MILLIS = 300_000;

    private final Scene scene;
    private final Places places;
    private final Ordering ordering;
    private final Set<String> awaited = new HashSet<>();
    private final Set<String> handled = new HashSet<>();
    private final Map<String, Household> households = new HashMap<>();

    /** Household to the camp that it goes to. */
    private final Map<String, String> camps = new ConcurrentHashMap<>();

    private final AtomicInteger done = new AtomicInteger();

    Placing(Scene scene, List<Case> cases, Places places, Ordering ordering) {
        this.scene = scene;
        this.places = places;
        this.ordering = ordering;
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
        List<Proposal> fresh = new ArrayList<>();
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() < deadline) {
            int before = fresh.size();
            fresh.addAll(proposed());
            boolean more = fresh.size() > before;
            // Who belongs together is proposed within moments; then the family is ordered at once.
            if (!more && handled.containsAll(awaited)) {
                quiet = fresh.isEmpty() ? quiet + 1 : 0;
                order(fresh);
                fresh.clear();
            }
            if (!more) {
                Pause.millis(300);
            }
        }
        awaited.removeAll(handled);
        scene.faults()
                .require(awaited.isEmpty(), awaited.size() + " concluded people got no proposal");
        return ordering.orders();
    }

    private List<Proposal> proposed() {
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
                    orderHousehold(theirs);
                    scene.terminal()
                            .bar("ordering places", done.addAndGet(theirs.size()), fresh.size());
                });
    }

    private void orderHousehold(List<Proposal> theirs) {
        List<Proposal> toCamp = theirs.stream().filter(Proposal::isForCamp).toList();
        if (!toCamp.isEmpty()) {
            ordering.together(toCamp, camp(toCamp.getFirst()));
        }
        theirs.stream()
                .filter(proposal -> !proposal.isForCamp())
                .forEach(proposal ->
                        ordering.one(
                                proposal,
                                places.take(proposal.facilityKind(), proposal.facilityId(), 1)));
    }

    private String camp(Proposal proposal) {
        Household household = requireNonNull(households.get(proposal.personId()));
        return camps.computeIfAbsent(
                household.id(),
                any -> places.take("CAMP", proposal.facilityId(), household.members().size()));
    }
}
