package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Children who came with nobody are raised by themselves, all of them; so are those who were parted
 * from their family by their places.
 */
final class LoneChildChapter {
    /** The rest of a family has so long to be registered before a child counts as alone. */
    private static final Duration FAMILY_COMES_TOGETHER = Duration.ofSeconds(30);

    private final Scene scene;

    LoneChildChapter(Scene scene) {
        this.scene = scene;
    }

    Told run() {
        Set<String> alone =
                scene.people().stream()
                        .filter(person -> person.role() == null && !person.adult())
                        .map(Refugee::id)
                        .collect(Collectors.toSet());
        if (!raised().containsAll(alone)) {
            scene.clock().turn(FAMILY_COMES_TOGETHER);
        }
        boolean all = Await.until(() -> raised().containsAll(alone));
        scene.faults()
                .require(
                        all,
                        raised().size() + " children are raised as alone, not " + alone.size());
        scene.terminal()
                .line(
                        "  children with neither parent nor guardian here, raised by itself: %d"
                                .formatted(alone.size()));
        return new Told("children alone, raised", alone.size());
    }

    private Set<String> raised() {
        Set<String> raised = new TreeSet<>();
        for (JsonNode child :
                Pages.all(scene.intake(), scene.staff().coordinator(), "children-alone")) {
            raised.add(child.path("personId").asText());
        }
        return raised;
    }
}
