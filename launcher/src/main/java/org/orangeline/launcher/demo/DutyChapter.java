package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The law's clocks. Everybody who is held, in a place or in a line, is told why; who is in a place
 * gets a card, and a board reviews the lines. Then days pass, first reviews become due, a board
 * holds all of them but one, and that one is reported: once.
 */
final class DutyChapter {
    /** First reviews are due within 72 hours of custody (P10): at this time, today. */
    private static final Duration UNTIL_REVIEWS_ARE_DUE = Duration.ofHours(60);

    private static final Duration DAY = Duration.ofHours(24);
    private static final String OVERDUE = "DutyOverdue";

    private final Scene scene;

    DutyChapter(Scene scene) {
        this.scene = scene;
    }

    /**
     * @param inside one of them waits for a review in vain: who is held alone, if there is one
     */
    List<Told> run(List<Order> inside) {
        int reasons =
                perform(
                        "telling reasons",
                        "reasons",
                        scene.staff().registrar(),
                        Scene.json().put("language", "ar").put("interpreter", "interpreter-3"),
                        duties("", "REASONS"));
        int cards =
                perform(
                        "making out cards",
                        "card",
                        scene.staff().registrar(),
                        Scene.json().put("cardNumber", "C-2019-17"),
                        duties("", "CARD"));

        // Who waits under guard in a line is held as well, and days are to pass.
        List<JsonNode> inLines = new ArrayList<>(duties("", "REVIEW"));
        inLines.removeIf(duty -> duty.hasNonNull("placementId"));
        int reviewedInLines =
                perform(
                        "reviewing the lines",
                        "review",
                        scene.staff().reviewer(),
                        review("CONTINUE", "the screening is under way"),
                        inLines);

        scene.clock().turn(UNTIL_REVIEWS_ARE_DUE);
        Instant tomorrow = scene.clock().now().plus(DAY);
        List<JsonNode> due = new ArrayList<>(duties("?status=due", "REVIEW"));
        due.removeIf(duty -> Instant.parse(duty.path("due").asText()).isAfter(tomorrow));
        scene.faults().require(due.size() > 1, "no reviews become due");
        JsonNode late = late(due, inside);
        due.remove(late);
        int held =
                perform(
                        "reviewing",
                        "review",
                        scene.staff().reviewer(),
                        review("CONTINUE", "the ground still stands"),
                        due);
        scene.terminal()
                .line(
                        "  60 hours later %d first reviews are due within a day; a board holds %d"
                                .formatted(due.size() + 1, held));
        scene.clock().turn(DAY);
        isReportedOnce(late);
        return List.of(
                new Told("people told why they are held (P11)", reasons),
                new Told("cards made out (P12)", cards),
                new Told("reviews of people who wait in a line (P10)", reviewedInLines),
                new Told("first reviews due, held in time (P10)", held),
                new Told("reviews overdue, reported once", overdueEvents()));
    }

    private static JsonNode late(List<JsonNode> due, List<Order> inside) {
        Set<String> alone =
                inside.stream()
                        .filter(Order::standsAlone)
                        .map(Order::placementId)
                        .collect(Collectors.toSet());
        return due.stream()
                .filter(duty -> alone.contains(duty.path("placementId").asText()))
                .findFirst()
                .orElse(due.getFirst());
    }

    /** What a review board says. */
    static ObjectNode review(String outcome, String reason) {
        ObjectNode body = Scene.json().put("outcome", outcome).put("reason", reason);
        body.putArray("members").add("reviewer-1").add("reviewer-2");
        return body;
    }

    private int perform(
            String doing, String what, String officer, ObjectNode body, List<JsonNode> duties) {
        AtomicInteger performed = new AtomicInteger();
        Crowd.forEach(
                duties,
                Scene.WORKERS,
                duty -> {
                    String path = about(duty) + "/" + what;
                    scene.accepted(scene.placement().post(officer, path, body), what);
                    scene.terminal().bar(doing, performed.incrementAndGet(), duties.size());
                });
        return performed.get();
    }

    private static String about(JsonNode duty) {
        return duty.hasNonNull("placementId")
                ? "placements/" + duty.path("placementId").asText()
                : "persons/" + duty.path("personId").asText() + "/custody";
    }

    private void isReportedOnce(JsonNode late) {
        boolean reported =
                Await.until(() -> {
                    List<JsonNode> overdue = overdue();
                    return !overdue.isEmpty()
                            && overdue.stream().allMatch(duty -> duty.path("reported").asBoolean());
                });
        // Another day: what was reported is not reported again.
        scene.clock().turn(DAY);
        Pause.millis(2_000);
        List<JsonNode> overdue = overdue();
        scene.faults()
                .require(
                        reported
                                && overdue.size() == 1
                                && overdue.getFirst()
                                        .path("placementId")
                                        .equals(late.path("placementId")),
                        overdue.size() + " duties are overdue, not the one review alone");
        scene.faults()
                .require(overdueEvents() == 1, OVERDUE + " was recorded " + overdueEvents() + "x");
        scene.terminal()
                .line(
                        "  two days on, that of %s in %s is overdue: reported once (%s)"
                                .formatted(
                                        late.path("registrationNumber").asText(),
                                        late.path("facilityId").asText(),
                                        late.path("rule").asText()));
    }

    private List<JsonNode> overdue() {
        return Pages.all(scene.placement(), scene.staff().reviewer(), "duties?status=overdue");
    }

    private long overdueEvents() {
        return Flow.count(scene.placement(), scene.staff().reviewer(), OVERDUE);
    }

    private List<JsonNode> duties(String query, String kind) {
        return Pages.all(scene.placement(), scene.staff().reviewer(), "duties" + query).stream()
                .filter(duty -> duty.path("duty").asText().equals(kind))
                .toList();
    }

    /** A table of what is open, by kind. */
    static void report(Scene scene) {
        JsonNode counts = scene.placement().get(scene.staff().reviewer(), "counts").body();
        scene.terminal().line("");
        scene.terminal().line(row("duty", "due", "overdue"));
        for (String kind : List.of("REASONS", "CARD", "BUREAU_NOTICE", "REVIEW", "RELEASE")) {
            scene.terminal()
                    .line(
                            row(
                                    kind,
                                    count(counts, kind + " due"),
                                    count(counts, kind + " overdue")));
        }
    }

    private static String count(JsonNode counts, String value) {
        for (JsonNode count : counts) {
            if (count.path("what").asText().equals("duty")
                    && count.path("value").asText().equals(value)) {
                return count.path("count").asText();
            }
        }
        return "0";
    }

    private static String row(String duty, String due, String overdue) {
        return "  %-42s %9s %9s".formatted(duty, due, overdue);
    }
}
