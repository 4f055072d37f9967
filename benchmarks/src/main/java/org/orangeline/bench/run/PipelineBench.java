package org.orangeline.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orangeline.bench.load.Arrivals;
import org.orangeline.bench.load.Latencies;
import org.orangeline.bench.load.Load;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.load.People;
import org.orangeline.bench.report.Axis;
import org.orangeline.bench.report.Axis.Scale;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.report.Plot;
import org.orangeline.bench.report.Series;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Outsider;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;

/** From the moment an arrival was due to the moment an outside consumer sees its line. */
public final class PipelineBench implements Benchmark {
    private static final String LINES = "GroupAssigned";
    private static final double RATE = 500;
    private static final int CONNECTIONS = 256;
    private static final int CREATED = 201;
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final long SAMPLE_MILLIS = 1_000;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("pipeline"), terminal)) {
            stack.openOperation();
            Waiting waiting = new Waiting();
            Arrivals arrivals =
                    Arrivals.in(
                                    BenchStack.OPERATION,
                                    stack.as(Service.INTAKE, "Yusuf Kaya", Role.INTAKE_OFFICER),
                                    new People(settings.seed()))
                            .tell(waiting::sent);
            try (Outsider unused = new Outsider(stack.log(), LINES, waiting::seen)) {
                double rate = settings.rate() > 0 ? settings.rate() : RATE;
                terminal.status("warming up at " + rate + "/s");
                load(stack, rate, settings.warmUp(), arrivals);
                awaitAll(waiting, arrivals);
                measure(stack, rate, settings.time(), arrivals, waiting, figures, terminal);
            }
            LogCheck.run(stack, terminal, arrivals.acknowledged());
        }
    }

    private static void measure(
            BenchStack stack,
            double rate,
            Duration time,
            Arrivals arrivals,
            Waiting waiting,
            Figures figures,
            Terminal terminal) {
        Latencies toLine = waiting.measureFromNow();
        Queue queue = Queue.watch(waiting);
        double cpu = stack.cpuSeconds();
        Measured answers = load(stack, rate, time, arrivals);
        List<Integer> samples = queue.stop();
        double drained = awaitAll(waiting, arrivals);
        cpu = stack.cpuSeconds() - cpu;
        String name = "%.0f arrivals/s".formatted(rate);
        figures.add(name + ", answer", answers);
        figures.add(name + ", line seen, p50", toLine.millis(50), "ms");
        figures.add(name + ", line seen, p99", toLine.millis(99), "ms");
        figures.add(name + ", line seen, longest", toLine.maxMillis(), "ms");
        figures.add(name + ", under way, first half", Queue.mean(samples, true), "arrivals");
        figures.add(name + ", under way, second half", Queue.mean(samples, false), "arrivals");
        figures.add(name + ", all seen after the last answer", drained, "s");
        figures.add(name + ", CPU of all processes", cpu * 1e3 / toLine.count(), "ms each");
        terminal.line(
                "  %s: answer %s; line seen p50 %.1f ms, p99 %.1f ms"
                        .formatted(name, answers.brief(), toLine.millis(50), toLine.millis(99)));
        figures.plot(
                new Plot(
                        "pipeline",
                        "From when an arrival was due, " + name,
                        new Axis("percentile", Scale.PERCENTILE),
                        new Axis("milliseconds", Scale.LOG),
                        List.of(
                                new Series("answered", answers.latencies().curve()),
                                new Series("line seen outside", toLine.curve()))));
    }

    private static Measured load(BenchStack stack, double rate, Duration time, Arrivals arrivals) {
        return Load.open(
                stack.address(Service.INTAKE),
                rate,
                CONNECTIONS,
                time,
                arrivals,
                status -> status == CREATED);
    }

    /** Until everybody who was acknowledged has a line; seconds. */
    private static double awaitAll(Waiting waiting, Arrivals arrivals) {
        long start = System.nanoTime();
        while (arrivals.acknowledged().stream().anyMatch(waiting::isOpen)) {
            if (System.nanoTime() - start > DRAIN.toNanos()) {
                throw new LostException("an acknowledged arrival never got a line");
            }
            pause(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Who was sent, and has no line yet. */
    private static final class Waiting {
        private final Map<String, Due> open = new ConcurrentHashMap<>();
        private volatile Latencies latencies = new Latencies();

        Latencies measureFromNow() {
            latencies = new Latencies();
            return latencies;
        }

        void sent(String person, long intended) {
            open.put(person, new Due(intended, latencies));
        }

        void seen(String person, long now) {
            Due due = open.remove(person);
            if (due != null) {
                due.into.add(now - due.nanos);
            }
        }

        boolean isOpen(String person) {
            return open.containsKey(person);
        }

        int count() {
            return open.size();
        }

        private record Due(long nanos, Latencies into) {}
    }

    /** How many are under way, once a second: the same all the time unless something queues up. */
    private static final class Queue {
        private final List<Integer> samples = new ArrayList<>();
        private volatile boolean running = true;
        private final Thread thread;

        private Queue(Waiting waiting) {
            thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (running) {
                                    samples.add(waiting.count());
                                    pause(SAMPLE_MILLIS);
                                }
                            });
        }

        static Queue watch(Waiting waiting) {
            return new Queue(waiting);
        }

        List<Integer> stop() {
            running = false;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return samples;
        }

        static double mean(List<Integer> samples, boolean first) {
            int half = samples.size() / 2;
            List<Integer> part =
                    first ? samples.subList(0, half) : samples.subList(half, samples.size());
            return part.stream().mapToInt(Integer::intValue).average().orElse(0);
        }
    }
}
