package org.orangeline.bench.run;

import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import org.orangeline.bench.load.Arrivals;
import org.orangeline.bench.load.Calls;
import org.orangeline.bench.load.Load;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.load.People;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.bench.stack.LostException;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;

/** Searches by name among many people, while others arrive. */
public final class SearchBench implements Benchmark {
    private static final double SEARCHES = 50;
    private static final double ARRIVALS = 50;
    private static final int CONNECTIONS = 32;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("search"), terminal)) {
            stack.openOperation();
            People people = new People(settings.seed());
            Bulk.everybody(stack, people, settings.people(), "search", terminal);
            Requests officer = stack.as(Service.INTAKE, "Yusuf Kaya", Role.INTAKE_OFFICER);
            Arrivals arrivals = Arrivals.in(BenchStack.OPERATION, officer, people);
            Searches searches = new Searches(officer, people, settings.seed());
            terminal.status("search: warming up");
            together(officer.base(), settings.warmUp(), arrivals, searches);
            Measured found = together(officer.base(), settings.time(), arrivals, searches);
            String name = "%,d people, %.0f arrivals/s".formatted(settings.people(), ARRIVALS);
            figures.add(name + ", searches", found);
            terminal.line("  " + name + ", searches: " + found.brief());
            LogCheck.run(stack, terminal, arrivals.acknowledged());
        }
    }

    private static Measured together(
            URI intake, Duration time, Arrivals arrivals, Searches searches) {
        Thread arriving =
                Thread.ofVirtual()
                        .start(() ->
                                Load.open(
                                        intake,
                                        ARRIVALS,
                                        CONNECTIONS,
                                        time,
                                        arrivals,
                                        is -> is == 201));
        Measured found = Load.open(intake, SEARCHES, CONNECTIONS, time, searches, is -> is == 200);
        try {
            arriving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (found.latencies().count() == 0) {
            throw new LostException("no search was answered");
        }
        return found;
    }

    /** A name that somebody has, one in four with an error of typing. */
    private static final class Searches implements Calls {
        private static final String PATH =
                "/operations/" + BenchStack.OPERATION + "/persons/search";

        private final Requests officer;
        private final People people;
        private final SplittableRandom random;

        Searches(Requests officer, People people, long seed) {
            this.officer = officer;
            this.people = people;
            this.random = new SplittableRandom(seed);
        }

        @Override
        public Call next(long intendedNanos) {
            String name;
            synchronized (random) {
                name = people.someName(random);
            }
            String json = "{\"name\":\"" + name + "\",\"limit\":20}";
            return new Call("", officer.post(PATH, json));
        }
    }
}
