package org.orangeline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.report.Report;
import org.orangeline.bench.run.BenchSettings;
import org.orangeline.bench.stack.LostException;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.BrokerException;
import org.orangeline.localkafka.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast the system is on this machine, beside its ceilings. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the system is on this machine, beside its ceilings.",
            "",
            "  arrival   one person a call: 1, 64, 256 callers at once, and an open loop",
            "  pipeline  from an arrival to its line, at a fixed rate",
            "  rebuild   each service alone on a log that is there",
            "  search    by name among many people, while others arrive",
            "  upload    a tablet's batch, and NDJSON, of 5,000 each",
            "  start     up on an empty folder and on a log; token",
            "  idle      CPU of a stack that nobody uses",
            "",
            "After each run that writes, the log is checked: a run that lost or doubled anything"
                    + " has no figure, and the command exits 1.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "BENCHMARK",
            arity = "0..*",
            description = "arrival, pipeline, rebuild, search, upload, start, idle, or all.")
    private List<String> names = List.of();

    @Option(
            names = "--durability",
            split = ",",
            defaultValue = "fsync",
            description =
                    "fsync, replicated, or both with a comma between; arrivals are measured with"
                            + " each, everything else with the first (default: ${DEFAULT-VALUE}).")
    private List<String> durabilities;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "Length of each measurement (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Load before the first measurement (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "64,256,1",
            description = "Callers of the closed loops, in this order (default: ${DEFAULT-VALUE}).")
    private List<Integer> connections;

    @Option(
            names = "--rate",
            paramLabel = "PER-SECOND",
            defaultValue = "0",
            description =
                    "Arrivals a second of open loops (default: 500 in pipeline, in arrival half of"
                            + " what the closed loop reached).")
    private double rate;

    @Option(
            names = "--events",
            defaultValue = "200000",
            description = "Events in the log of rebuild and start (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--people",
            defaultValue = "100000",
            description = "People among whom is searched (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--only-intake",
            description = "Arrivals with broker and intake-service only, nobody sorts or tells.")
    private boolean onlyIntake;

    @Option(
            names = "--seed",
            defaultValue = "2019",
            description = "The same seed, the same people and names (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = StackSettings.DEFAULT_HEAP,
            description = "Heap of each service (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "28080",
            description =
                    "As for up, so that a stack may run beside it (default: ${DEFAULT-VALUE}).")
    private int portBase;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "var/bench/data",
            description =
                    "Folder of the logs; the one of rebuild is kept (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The JSON file; plots are written beside it (default: below var/bench).")
    private @Nullable Path out;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    BenchCommand() {}

    @Override
    public Integer call() {
        List<Benchmarks> chosen = chosen();
        BenchSettings settings = settings();
        Path root = StackSettings.in(data).root();
        Terminal terminal = Terminal.standard();
        Caches.warn(root, terminal);
        Report report = new Report(root, settings.described());
        for (Benchmarks one : chosen) {
            terminal.line(one.spelled());
            Figures figures = new Figures(one.spelled());
            try {
                one.benchmark().run(settings, terminal, figures);
                report.add(figures);
            } catch (LostException | LaunchException | BrokerException e) {
                String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                terminal.line("  no figure: " + reason);
                report.failed(one.spelled(), reason);
            }
        }
        terminal.line("");
        report.table().forEach(terminal::line);
        terminal.line("");
        report.write(out == null ? fallback() : out)
                .forEach(file -> terminal.line("written: " + file));
        return report.hasFailures() ? 1 : 0;
    }

    private static Path fallback() {
        return Path.of("var", "bench", NAME.format(LocalDateTime.now()), "bench.json");
    }

    private List<Benchmarks> chosen() {
        if (names.isEmpty() || names.contains("all")) {
            return List.of(Benchmarks.values());
        }
        return names.stream()
                .map(name ->
                        Benchmarks.named(name)
                                .orElseThrow(() -> wrong("there is no benchmark '" + name + "'")))
                .toList();
    }

    private BenchSettings settings() {
        if (seconds < 1 || warmUp < 0 || events < 1 || people < 1 || rate < 0) {
            throw wrong("--seconds, --events and --people take numbers from 1 up");
        }
        if (connections.isEmpty() || connections.stream().anyMatch(count -> count < 1)) {
            throw wrong("--connections takes numbers from 1 up");
        }
        return new BenchSettings(
                data,
                portBase,
                durabilities.stream().map(this::durability).toList(),
                heap,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                connections,
                rate,
                events,
                people,
                onlyIntake,
                seed);
    }

    private Durability durability(String name) {
        return Arrays.stream(Durability.values())
                .filter(value -> value.spelled().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> wrong("--durability takes fsync or replicated, not '" + name + "'"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
