package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everybody waits in a line within moments (L1), no child in a men's line (L2). */
final class Lines {
    private static final long LIMIT_MILLIS = 300_000;
    private static final Set<String> FOR_MEN = Set.of("SYRIAN_MEN", "IRAQI_MEN", "FOREIGN_MEN");

    private final Scene scene;

    /** How many were sent to each group. */
    private final Map<String, Integer> sorted = new LinkedHashMap<>();

    Lines(Scene scene) {
        this.scene = scene;
    }

    void awaitEverybody() {
        int people = scene.people().size();
        long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        long waiting = waiting();
        while (waiting < people && System.nanoTime() < deadline) {
            scene.terminal().bar("sorting into lines", waiting, people);
            Pause.millis(200);
            waiting = waiting();
        }
        scene.terminal().bar("sorting into lines", waiting, people);
        scene.faults()
                .require(
                        waiting == people,
                        waiting + " people wait in lines, " + people + " registered");
    }

    private long waiting() {
        long sum = 0;
        for (JsonNode line : lines()) {
            sum += line.path("waiting").asLong();
        }
        return sum;
    }

    private JsonNode lines() {
        Answer answer = scene.screening().get(scene.staff().lines(), "lines");
        if (!answer.is(200)) {
            throw new DemoException("cannot read the lines: " + answer.brief());
        }
        return answer.body();
    }

    void check() {
        Map<String, String> groups = new HashMap<>();
        for (JsonNode line : lines()) {
            String group = line.path("group").asText();
            List<JsonNode> persons =
                    Pages.all(
                            scene.screening(),
                            scene.staff().lines(),
                            "lines/" + group + "/persons");
            sorted.put(group, persons.size());
            for (JsonNode person : persons) {
                String id = person.path("personId").asText();
                String other = groups.putIfAbsent(id, group);
                scene.faults().require(other == null, "a person is in two lines");
            }
        }
        scene.people().forEach(person -> check(person, groups.getOrDefault(person.id(), "none")));
        scene.terminal().line("  every person is in one line, no child in a line of men");
    }

    private void check(Refugee person, String group) {
        if (!person.adult()) {
            scene.faults().require(!FOR_MEN.contains(group), "a child waits in the line " + group);
            scene.faults().require(!group.equals("none"), "a child is in no line");
            return;
        }
        String expected =
                switch (person.nation()) {
                    case SYRIA -> person.female() ? "IS_WOMEN" : "SYRIAN_MEN";
                    case IRAQ -> person.female() ? "IRAQI_WOMEN" : "IRAQI_MEN";
                    default -> person.female() ? "IS_WOMEN" : "FOREIGN_MEN";
                };
        scene.faults()
                .require(
                        group.equals(expected)
                                || (group.equals("FAMILY") && isAloneWithChildren(person)),
                        "an adult waits in " + group + " instead of " + expected);
    }

    // L2: a man waits with the children in his care, if they are registered before he is sorted.
    private boolean isAloneWithChildren(Refugee man) {
        String household = household(man);
        List<Refugee> others =
                scene.people().stream()
                        .filter(other -> other != man && household(other).equals(household))
                        .toList();
        return !man.female()
                && !household.isEmpty()
                && others.stream().anyMatch(other -> !other.adult())
                && others.stream().noneMatch(other -> other.adult() && other.female());
    }

    private static String household(Refugee person) {
        return person.arrival().at("/family/groupId").asText();
    }

    /** A table of the lines: sorted there, and waiting now. */
    void report() {
        scene.terminal().line("");
        scene.terminal().line(row("line", "group", "sorted", "waiting"));
        for (JsonNode line : lines()) {
            String group = line.path("group").asText();
            scene.terminal()
                    .line(
                            row(
                                    line.path("line").asText(),
                                    group,
                                    Integer.toString(sorted.getOrDefault(group, 0)),
                                    line.path("waiting").asText()));
        }
    }

    private static String row(String line, String group, String sorted, String waiting) {
        return "  %-30s %-14s %9s %9s".formatted(line, group, sorted, waiting);
    }
}
