package org.orangeline.bench;

import org.orangeline.launcher.LaunchException;
import org.orangeline.localkafka.BrokerException;
import picocli.CommandLine;

/** The entry point of {@code ./orangeline bench}. */
public final class Main {
    private static final int EXIT_UNUSABLE = 2;

    private Main() {}

    /**
     * @param args benchmarks and options
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /**
     * Exit codes: 0, 1 when a benchmark has no figure or misses a bound, 2 for usage and the
     * machine.
     */
    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setParameterExceptionHandler((e, args) -> say(e.getCommandLine(), e))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof LaunchException || e instanceof BrokerException) {
                        return say(command, e);
                    }
                    throw e;
                });
    }

    private static int say(CommandLine command, Exception e) {
        command.getErr().println("orangeline: " + e.getMessage());
        command.getErr().flush();
        return EXIT_UNUSABLE;
    }
}
