package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lines part men from women and children; the register finds the family from any of them. */
final class FamilyChapter {
    private final Scene scene;

    FamilyChapter(Scene scene) {
        this.scene = scene;
    }

    Told run() {
        List<Household> families =
                scene.exodus().stream().filter(FamilyChapter::isAcrossLines).toList();
        Crowd.forEach(families, Scene.WORKERS, this::check);
        families.stream()
                .filter(family -> family.members().size() > 3)
                // A group is shown while somebody waits; most families have a place by now.
                .filter(family -> lines(family).size() == 2)
                .findFirst()
                .ifPresent(family ->
                        scene.terminal()
                                .line(
                                        "  a family of %d stands in %s; each of them leads to all"
                                                .formatted(
                                                        family.members().size(),
                                                        String.join(" and ", lines(family)))));
        return new Told("families across the lines, found from any member", families.size());
    }

    private static boolean isAcrossLines(Household household) {
        List<Refugee> adults = household.members().stream().filter(Refugee::adult).toList();
        return adults.stream().anyMatch(Refugee::female)
                && !adults.stream().allMatch(Refugee::female);
    }

    private void check(Household family) {
        Set<String> all = family.members().stream().map(Refugee::id).collect(Collectors.toSet());
        for (Refugee member : family.members()) {
            Answer answer =
                    scene.intake().get(scene.staff().lines(), "persons/" + member.id() + "/family");
            Set<String> found = new TreeSet<>();
            for (JsonNode relative : answer.body().path("persons")) {
                found.add(relative.path("personId").asText());
            }
            scene.faults().require(found.equals(all), "a family is not found from a member");
        }
    }

    private Set<String> lines(Household family) {
        Set<String> lines = new TreeSet<>();
        for (Refugee member : family.members()) {
            JsonNode shown =
                    scene.screening().get(scene.staff().lines(), "persons/" + member.id()).body();
            if (shown.hasNonNull("group")) {
                lines.add(shown.path("group").asText());
            }
        }
        return lines;
    }
}
