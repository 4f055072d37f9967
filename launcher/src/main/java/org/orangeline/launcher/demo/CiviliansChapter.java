package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever is found CIVILIAN and waits in a line is to be free within a day (P19), and goes, with
 * the children for whom nobody else waits there.
 */
final class CiviliansChapter {
    private final Scene scene;

    CiviliansChapter(Scene scene) {
        this.scene = scene;
    }

    Told run() {
        Set<String> free = toBeFree();
        Crowd.forEach(
                scene.exodus().stream()
                        .filter(household ->
                                household.members().stream()
                                        .anyMatch(one -> free.contains(one.id())))
                        .toList(),
                Scene.WORKERS,
                household -> leave(household, free));
        scene.faults()
                .require(
                        Await.until(() -> toBeFree().isEmpty()),
                        "somebody who was found civilian is not free");
        scene.terminal()
                .line("  %d who were found civilian go where they want".formatted(free.size()));
        return new Told("found civilian, free to go (P19)", free.size());
    }

    private Set<String> toBeFree() {
        return Pages.all(scene.placement(), scene.staff().reviewer(), "duties").stream()
                .filter(duty -> duty.path("duty").asText().equals("RELEASE"))
                .filter(duty -> !duty.hasNonNull("placementId"))
                .map(duty -> duty.path("personId").asText())
                .collect(Collectors.toSet());
    }

    private void leave(Household household, Set<String> free) {
        List<Refugee> waiting =
                household.members().stream()
                        .filter(one -> free.contains(one.id()) || waits(one))
                        .toList();
        boolean othersStay =
                waiting.stream().anyMatch(one -> one.adult() && !free.contains(one.id()));
        Stream<Refugee> going =
                waiting.stream()
                        .filter(one -> free.contains(one.id()) || (!one.adult() && !othersStay));
        // A child leaves with whoever has left already (P6).
        going.sorted(Comparator.comparing(Refugee::adult).reversed()).forEach(this::leaves);
    }

    private boolean waits(Refugee person) {
        JsonNode shown =
                scene.placement().get(scene.staff().reviewer(), "persons/" + person.id()).body();
        return !shown.path("placement").isObject();
    }

    private void leaves(Refugee person) {
        ObjectNode departure =
                Scene.json()
                        .put("leftAt", scene.clock().now().toString())
                        .put("kind", person.adult() ? "OWN_WAY" : "WITH_FAMILY")
                        .put("reason", "found to be a civilian");
        scene.accepted(
                scene.intake()
                        .post(
                                Staff.forPerson(scene.staff().intake(), person.id()),
                                "persons/" + person.id() + "/departure",
                                departure),
                "a departure");
    }
}
