package org.orangeline.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orangeline.bench.load.People;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;

/** What a tablet uploads that was offline, and arrivals line by line, 5,000 in a call. */
public final class UploadBench implements Benchmark {
    private static final String POINT = "wadi";

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("upload"), terminal)) {
            stack.openOperation();
            People people = People.at(POINT, settings.seed());
            List<String> acknowledged = new ArrayList<>();
            String officer = Officers.token(stack, Role.INTAKE_OFFICER);
            double[] batches = new double[settings.rounds()];
            double[] lines = new double[settings.rounds()];
            Tablet tablet = Tablet.enrolled(stack, "tablet-1", POINT);
            long sequence = 0;
            for (int round = 0; round < settings.rounds(); round++) {
                terminal.status("upload, round %d of %d".formatted(round + 1, settings.rounds()));
                List<People.Person> some = some(people);
                List<String> items = new ArrayList<>();
                for (People.Person person : some) {
                    items.add(item(person, ++sequence));
                }
                Bulk bulk =
                        new Bulk(
                                stack.address(Service.INTAKE),
                                Map.of("Authorization", officer, "Device-Token", tablet.token()));
                long start = System.nanoTime();
                List<JsonNode> outcomes =
                        bulk.send("/operations/" + BenchStack.OPERATION + "/batches", items);
                batches[round] = (System.nanoTime() - start) / 1e9;
                Bulk.requireAll(outcomes, items.size(), "outcome");
                some.forEach(person -> acknowledged.add(person.id()));
                some = some(people);
                start = System.nanoTime();
                bulk.register(BenchStack.OPERATION, some);
                lines[round] = (System.nanoTime() - start) / 1e9;
                some.forEach(person -> acknowledged.add(person.id()));
            }
            add(figures, terminal, "a tablet's batch", batches);
            add(figures, terminal, "NDJSON arrivals", lines);
            LogCheck.run(stack, terminal, acknowledged);
        }
    }

    private static void add(Figures figures, Terminal terminal, String what, double[] seconds) {
        double median = StartBench.median(seconds);
        String name = "%s, %,d".formatted(what, Bulk.MOST);
        figures.add(name + ", first time", seconds[0], "s");
        figures.add(name + ", median of " + seconds.length, median, "s");
        figures.add(name + ", median of " + seconds.length, Bulk.MOST / median, "items/s");
        terminal.line("  %s: %.1f s, %,.0f/s".formatted(name, median, Bulk.MOST / median));
    }

    private static List<People.Person> some(People people) {
        List<People.Person> some = new ArrayList<>();
        for (int i = 0; i < Bulk.MOST; i++) {
            some.add(people.next());
        }
        return some;
    }

    private static String item(People.Person person, long sequence) {
        return ("{\"itemId\":\"%s\",\"deviceId\":\"tablet-1\",\"deviceSequence\":%d,"
                        + "\"method\":\"PUT\",\"path\":\"arrivals/%s\",\"body\":%s}")
                .formatted(UUID.randomUUID(), sequence, person.id(), person.json());
    }
}
