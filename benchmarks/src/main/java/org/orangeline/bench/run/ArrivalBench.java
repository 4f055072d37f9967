package org.orangeline.bench.run;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.orangeline.bench.load.Arrivals;
import org.orangeline.bench.load.Calls;
import org.orangeline.bench.load.Load;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.load.People;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.report.Axis;
import org.orangeline.bench.report.Axis.Scale;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.report.Plot;
import org.orangeline.bench.report.Series;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;

/** Arrivals, one a call: closed loops, an open loop, and the ceilings over them. */
public final class ArrivalBench implements Benchmark {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int WARM_UP_CONNECTIONS = 64;
    private static final int OPEN_CONNECTIONS = 256;
    private static final double OPEN_SHARE = 0.5;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        for (Durability durability : settings.durabilities()) {
            StackSettings stack = settings.stack("arrival-" + durability.spelled(), durability);
            try (BenchStack running = BenchStack.startEmpty(stack, terminal)) {
                new One(settings, terminal, figures, running, durability).run();
            }
        }
        terminal.status("the producer alone");
        new ProducerCeiling(settings).run(figures);
    }

    /** With one durability. */
    private static final class One {
        private final BenchSettings settings;
        private final Terminal terminal;
        private final Figures figures;
        private final BenchStack stack;
        private final String name;
        private final String durability;
        private final URI intake;
        private final Arrivals arrivals;
        private final List<Series> latencies = new ArrayList<>();
        private final List<double[]> throughput = new ArrayList<>();

        One(
                BenchSettings settings,
                Terminal terminal,
                Figures figures,
                BenchStack stack,
                Durability durability) {
            this.settings = settings;
            this.terminal = terminal;
            this.figures = figures;
            this.stack = stack;
            this.durability = durability.spelled();
            this.name =
                    this.durability + (settings.onlyIntake() ? ", broker and intake" : ", stack");
            this.intake = stack.address(Service.INTAKE);
            this.arrivals =
                    Arrivals.in(BenchStack.OPERATION, officer(), new People(settings.seed()));
        }

        private Requests officer() {
            return stack.as(Service.INTAKE, "Yusuf Kaya", Role.INTAKE_OFFICER);
        }

        void run() {
            stack.openOperation();
            if (settings.onlyIntake()) {
                stack.onlyIntake();
            }
            Duration first = FIRST.compareTo(settings.time()) < 0 ? FIRST : settings.time();
            measured(
                    "first " + first.toSeconds() + " s after ready, " + WARM_UP_CONNECTIONS,
                    closed(WARM_UP_CONNECTIONS, first));
            terminal.status("warming up for " + settings.warmUp().toSeconds() + " s");
            closed(WARM_UP_CONNECTIONS, settings.warmUp());
            double reached = 0;
            for (int connections : settings.connections()) {
                double cpu = stack.cpuSeconds();
                Measured loop = closed(connections, settings.time());
                cpu = stack.cpuSeconds() - cpu;
                String what = connections + (connections == 1 ? " connection" : " connections");
                measured(what, loop);
                add(what + ", CPU of all processes", cpu * 1e3 / loop.latencies().count());
                latencies.add(new Series(what, loop.latencies().curve()));
                throughput.add(new double[] {connections, loop.perSecond()});
                reached = Math.max(reached, loop.perSecond());
            }
            open(settings.rate() > 0 ? settings.rate() : Math.max(1, reached * OPEN_SHARE));
            plots();
            LogCheck.run(stack, terminal, arrivals.acknowledged());
        }

        private Measured closed(int connections, Duration time) {
            return Load.closed(intake, connections, time, arrivals, status -> status == CREATED);
        }

        private void open(double rate) {
            Measured loop =
                    Load.open(
                            intake,
                            rate,
                            OPEN_CONNECTIONS,
                            settings.time(),
                            arrivals,
                            status -> status == CREATED);
            String what = "open loop, %.0f/s".formatted(rate);
            measured(what, loop);
            latencies.add(new Series(what, loop.latencies().curve()));
        }

        private void measured(String what, Measured measured) {
            terminal.line("  " + name + ", " + what + ": " + measured.brief());
            figures.add(name + ", " + what, measured);
        }

        private void add(String what, double millis) {
            figures.add(name + ", " + what, millis, "ms each");
        }

        private void plots() {
            figures.plot(
                    new Plot(
                            "latency-" + durability,
                            "Time of an arrival, " + name,
                            new Axis("percentile", Scale.PERCENTILE),
                            new Axis("milliseconds", Scale.LOG),
                            latencies));
            throughput.sort(Comparator.comparingDouble(point -> point[0]));
            List<Series> lines = new ArrayList<>();
            lines.add(new Series("arrivals", throughput));
            URI management = ServiceProcess.management(intake);
            lines.add(
                    ceiling("empty endpoint", new Requests(management, ""), "/q/health/live", 200));
            String nobody = "/operations/" + BenchStack.OPERATION + "/persons/" + UUID.randomUUID();
            lines.add(ceiling("authenticated, 404", officer(), nobody, NOT_FOUND));
            figures.plot(
                    new Plot(
                            "throughput-" + durability,
                            "Arrivals a second, " + name,
                            new Axis("connections", Scale.LOG),
                            new Axis("a second", Scale.LOG),
                            lines));
        }

        private Series ceiling(String what, Requests caller, String path, int status) {
            Calls calls = Calls.same(caller.get(path));
            URI at = caller.base();
            Load.closed(at, WARM_UP_CONNECTIONS, settings.time(), calls, is -> is == status);
            Measured loop =
                    Load.closed(
                            at, WARM_UP_CONNECTIONS, settings.time(), calls, is -> is == status);
            measured("ceiling, " + what, loop);
            double last = throughput.getLast()[0];
            return Series.level(
                    what, loop.perSecond(), throughput.getFirst()[0], Math.max(last, 2));
        }
    }
}
