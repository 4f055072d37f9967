package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Whoever is still in a line after a day, and ordered to no place, is reported (L4). */
final class WaitChapter {
    private final Scene scene;

    WaitChapter(Scene scene) {
        this.scene = scene;
    }

    Told run() {
        List<String> waiting = waiting();
        AtomicInteger reported = new AtomicInteger();
        Crowd.forEach(
                waiting,
                Scene.WORKERS,
                person -> {
                    boolean isReported = Await.until(() -> isReported(person));
                    scene.faults().require(isReported, "a wait of days was not reported");
                    reported.addAndGet(isReported ? 1 : 0);
                });
        scene.terminal()
                .line(
                        "  %,d people wait in a line for more than a day: reported (L4)"
                                .formatted(reported.get()));
        return new Told("waits of more than a day, reported (L4)", reported.get());
    }

    private List<String> waiting() {
        Set<String> ordered =
                Pages.all(scene.placement(), scene.staff().lines(), "placements?status=ordered")
                        .stream()
                        .map(placement -> placement.path("personId").asText())
                        .collect(Collectors.toSet());
        List<String> waiting = new ArrayList<>();
        String officer = scene.staff().lines();
        for (JsonNode line : scene.screening().get(officer, "lines").body()) {
            String path = "lines/" + line.path("group").asText() + "/persons";
            Pages.all(scene.screening(), officer, path)
                    .forEach(person -> waiting.add(person.path("personId").asText()));
        }
        waiting.removeAll(ordered);
        return waiting;
    }

    private boolean isReported(String personId) {
        return scene.screening()
                .get(scene.staff().lines(), "persons/" + personId)
                .body()
                .hasNonNull("waitOverdueAt");
    }
}
