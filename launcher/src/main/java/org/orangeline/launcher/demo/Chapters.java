package org.orangeline.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens beside the main flow, a chapter each. Those that turn the clock come last: what is
 * recorded later has a later time.
 */
final class Chapters {
    private final Scene scene;
    private final Headcount headcount;
    private final List<Told> told = new ArrayList<>();

    Chapters(Scene scene, Headcount headcount) {
        this.scene = scene;
        this.headcount = headcount;
    }

    /**
     * @param passengers orders of people who have not arrived yet
     * @param inside orders of people who have
     */
    void run(List<Order> passengers, List<Order> inside) {
        scene.terminal().line("");
        told.add(new FamilyChapter(scene).run());
        told.add(new LoneChildChapter(scene).run());
        told.add(new DuplicateChapter(scene).run());
        told.addAll(new ConvoyChapter(scene, headcount).run(passengers));
        told.add(new BirthChapter(scene, headcount).run(inside));
        told.add(new CiviliansChapter(scene).run());
        told.addAll(new DutyChapter(scene).run(inside));
        told.add(new WaitChapter(scene).run());
        told.add(new ReleaseChapter(scene, headcount).run(inside));
    }

    /** A table of the chapters. */
    void report(List<Told> before) {
        scene.terminal().line("");
        scene.terminal().line(row("beside the main flow", "how many"));
        before.forEach(this::report);
        told.forEach(this::report);
    }

    private void report(Told one) {
        scene.terminal().line(row(one.what(), "%,d".formatted(one.many())));
    }

    private static String row(String what, String many) {
        return "  %-52s %9s".formatted(what, many);
    }
}
