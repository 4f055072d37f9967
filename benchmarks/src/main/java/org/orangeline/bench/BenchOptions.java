package org.orangeline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.orangeline.bench.run.BenchSettings;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How the benchmarks are run. */
final class BenchOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

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
            names = "--rounds",
            defaultValue = "3",
            description =
                    "Starts and uploads, of which the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

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

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    BenchOptions() {}

    /** What the options say. */
    BenchSettings settings() {
        if (seconds < 1 || warmUp < 0 || events < 1 || people < 1 || rounds < 1 || rate < 0) {
            throw wrong("--seconds, --events, --people and --rounds take numbers from 1 up");
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
                rounds,
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
