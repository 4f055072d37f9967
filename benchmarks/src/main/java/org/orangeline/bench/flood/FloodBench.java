package org.orangeline.bench.flood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.orangeline.bench.load.Arrivals;
import org.orangeline.bench.load.Calls;
import org.orangeline.bench.load.Load;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.load.People;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.run.BenchSettings;
import org.orangeline.bench.run.Benchmark;
import org.orangeline.bench.run.Bulk;
import org.orangeline.bench.run.Officers;
import org.orangeline.bench.run.Tablet;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.bench.stack.LostException;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.stack.ServiceProcess;

/**
 * Floods, one after the other, while officers and an agency go on with their work: how long they
 * wait, what the flood is answered, and what the flooded process needs for it.
 */
public final class FloodBench implements Benchmark {
    private static final double RATE = 40;
    private static final double POLLS = 10;
    private static final int CONNECTIONS = 64;
    private static final String POINT = "wadi";
    private static final String TABLET = "tablet-1";
    private static final String OTHER_AGENCY = "child-protection";
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Lists and searches have somebody to find, and the stack is not measured for its size. */
    private static final int PEOPLE = 10_000;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("flood"), terminal)) {
            stack.openOperation();
            new One(settings, terminal, figures, stack).run();
        }
    }

    /** On one stack. */
    private static final class One {
        private final BenchSettings settings;
        private final Terminal terminal;
        private final Figures figures;
        private final BenchStack stack;
        private final People people;
        private final Queue<String> uploaded = new ConcurrentLinkedQueue<>();
        private final List<String> known = new ArrayList<>();
        private final Kept kept = new Kept();

        One(BenchSettings settings, Terminal terminal, Figures figures, BenchStack stack) {
            this.settings = settings;
            this.terminal = terminal;
            this.figures = figures;
            this.stack = stack;
            this.people = People.at(POINT, settings.seed());
        }

        void run() {
            Tablet tablet = Tablet.enrolled(stack, TABLET, POINT);
            Requests officer = stack.as(Service.INTAKE, "Yusuf Kaya", Role.INTAKE_OFFICER);
            Arrivals arrivals = Arrivals.in(BenchStack.OPERATION, officer, people);
            register();
            Others others = new Others(arrivals, officer, people, known, settings.seed());
            terminal.status("flood: warming up");
            Work unused = measured(others, settings.warmUp());
            report("no flood", measured(others, settings.time()), "");
            Uploads uploads =
                    new Uploads(
                            Officers.token(stack, Role.INTAKE_OFFICER),
                            tablet.token(),
                            TABLET,
                            people,
                            uploaded);
            for (Flood flood : new Floods(stack, known.getFirst(), uploads).all()) {
                terminal.status("flood: " + flood.name());
                under(flood, others);
            }
            terminal.line("  " + kept.summary(figures));
            List<String> all = new ArrayList<>(arrivals.acknowledged());
            all.addAll(uploaded);
            LogCheck.run(stack, terminal, all);
        }

        private void register() {
            int count = Math.min(PEOPLE, settings.people());
            List<People.Person> everybody = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                everybody.add(people.next());
            }
            terminal.status("flood: registering");
            Bulk.of(stack).register(BenchStack.OPERATION, everybody);
            everybody.forEach(person -> known.add(person.id()));
        }

        private void under(Flood flood, Others others) {
            ServiceProcess process = stack.process(flood.target());
            long pid = process.pid();
            try (Footprint footprint = new Footprint(process);
                    Attack attack = Attack.begin(flood)) {
                pause();
                Work work = measured(others, settings.time());
                work.requireAnswers(flood.name());
                report(flood.name(), work, attack.tally());
                String slow = kept.look(flood.name(), List.of(work.officers(), work.agency()));
                if (!slow.isEmpty()) {
                    terminal.line("    " + slow);
                }
                figures.add(flood.name() + ", memory at most", footprint.memory(), "MiB");
                figures.add(flood.name() + ", threads at most", footprint.threads(), "");
            }
            if (!process.isAlive() || process.pid() != pid) {
                throw new LostException(process.name() + " ended under: " + flood.name());
            }
            pause();
        }

        /** Officers at intake-service and an agency at the gateway, at the same time. */
        private Work measured(Others others, Duration time) {
            Requests agency = new Requests(stack.gateway(), stack.agencyToken(OTHER_AGENCY));
            CompletableFuture<Measured> polls =
                    CompletableFuture.supplyAsync(() ->
                            Load.open(
                                    agency.base(),
                                    POLLS,
                                    CONNECTIONS,
                                    time,
                                    Calls.same(agency.get("/feed?limit=1")),
                                    status -> status == 200));
            Measured officers =
                    Load.open(
                            stack.address(Service.INTAKE),
                            RATE,
                            CONNECTIONS,
                            time,
                            others,
                            Others::isDone);
            return new Work(officers, polls.join());
        }

        private void report(String name, Work work, String tally) {
            figures.add(name + ", officers", work.officers());
            figures.add(name + ", agency", work.agency());
            terminal.line("  " + name + ": officers " + work.officers().brief());
            terminal.line("    agency " + work.agency().brief());
            if (!tally.isEmpty()) {
                terminal.line("    the flood was answered " + tally);
            }
        }

        // Until a flood has begun, and until it is over.
        private void pause() {
            Duration time = settings.time();
            try {
                Thread.sleep(time.compareTo(PAUSE) < 0 ? time : PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** What the others were answered. */
    private record Work(Measured officers, Measured agency) {

        /** A flood that keeps others out is none that has a figure. */
        void requireAnswers(String flood) {
            for (Measured one : List.of(officers, agency)) {
                if (one.failed() >= one.latencies().count()) {
                    throw new LostException("others were kept out under: " + flood);
                }
            }
        }
    }
}
