package org.orangeline.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.stack.StackPorts;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of every command that has to do with a stack. */
final class StackOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of log, keys, process ids and log files (default: var).")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "Other ports, for a second stack: services N+1 to N+3, Kafka N+12 and N+13"
                            + " (default: 8081 to 8084, 9092 and 9093).")
    private @Nullable Integer portBase;

    @Option(
            names = "--durability",
            paramLabel = "HOW",
            defaultValue = "fsync",
            description =
                    "fsync: synced to disk before it is acknowledged, survives a power cut;"
                            + " replicated: leaves that to the other replicas of a cluster"
                            + " (default: ${DEFAULT-VALUE}).")
    private String durability;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = StackSettings.DEFAULT_HEAP,
            description = "Heap of each service (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + StackSettings.DEFAULT_PARTITIONS,
            description =
                    "Partitions of every topic of a new log; an old one keeps its own"
                            + " (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--secure",
            description =
                    "Kafka lets in only who it knows, to what is granted: every service writes its"
                            + " own topics only, agencies read their own.")
    private boolean secure;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    StackOptions() {}

    /** Whether the person named a data folder. */
    boolean namesData() {
        return data != null;
    }

    /**
     * What the options say.
     *
     * @param fallback the data folder when none was named
     */
    StackSettings settings(Path fallback) {
        if (!heap.matches("\\d+[kmgKMG]")) {
            throw wrong("--heap takes a size such as 1g or 900m, not '" + heap + "'");
        }
        if (partitions < 1) {
            throw wrong("--partitions takes a number from 1 up");
        }
        StackSettings settings =
                StackSettings.in(data == null ? fallback : data)
                        .ports(ports())
                        .durability(howDurable())
                        .heap(heap)
                        .partitions(partitions);
        return secure ? settings.secured() : settings;
    }

    private StackPorts ports() {
        try {
            return portBase == null ? StackPorts.DEFAULT : StackPorts.from(portBase);
        } catch (IllegalArgumentException e) {
            throw wrong("--port-base: " + e.getMessage());
        }
    }

    private Durability howDurable() {
        return Arrays.stream(Durability.values())
                .filter(value -> value.spelled().equals(durability))
                .findFirst()
                .orElseThrow(() ->
                        wrong("--durability takes fsync or replicated, not '" + durability + "'"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
