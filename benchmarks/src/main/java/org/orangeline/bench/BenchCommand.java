package org.orangeline.bench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast the system is on this machine, beside its ceilings. */
@Command(
        name = "orangeline bench",
        description = {
            "Measures how fast the system is on this machine, beside its ceilings.",
            "",
            "  arrival   one person a call: 1, 64, 256 callers at once, and an open loop",
            "  pipeline  from an arrival to its line, at a fixed rate",
            "  rebuild   each service alone on a log that is there",
            "  search    by name among many people, while others arrive",
            "  memory    live heap of each service, by person",
            "  upload    a tablet's batch, and NDJSON, of 5,000 each",
            "  start     up on an empty folder and on a log; token",
            "  idle      CPU of a stack that nobody uses",
            "  flood     officers and an agency at work while somebody asks for too much",
            "",
            "After each run that writes, the log is checked: a run that lost or doubled anything"
                    + " has no figure, and the command exits 1, as it does when others wait over a"
                    + " second under a flood.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "BENCHMARK",
            arity = "0..*",
            description =
                    "arrival, pipeline, rebuild, search, memory, upload, start, idle, flood,"
                            + " or all of them.")
    private List<String> names = List.of();

    @Mixin private BenchOptions options = new BenchOptions();

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
        BenchSettings settings = options.settings();
        Path root = StackSettings.in(settings.data()).root();
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
                .map(name -> Benchmarks.named(name).orElseThrow(() -> unknown(name)))
                .toList();
    }

    private ParameterException unknown(String name) {
        return new ParameterException(spec.commandLine(), "there is no benchmark '" + name + "'");
    }
}
