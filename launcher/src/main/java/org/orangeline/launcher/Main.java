package org.orangeline.launcher;

import java.io.PrintWriter;
import org.orangeline.localkafka.BrokerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of {@code ./orangeline}. */
@Command(
        name = "orangeline",
        description = "Orange Line on one machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            TokenCommand.class,
            KeysCommand.class,
            SecureCommand.class,
            VerifyCommand.class,
            TrainCommand.class
        })
public final class Main implements Runnable {
    /** Something on this machine is not as it must be. */
    static final int EXIT_UNUSABLE = 2;

    @Spec private CommandSpec spec;

    /** For picocli, which fills the field. */
    @SuppressWarnings("NullAway.Init")
    Main() {}

    /**
     * @param args command and options
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line; its exit codes are 0, 1 for a check that failed, 2 for the rest. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::explainUsage);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (e instanceof LaunchException || e instanceof BrokerException) {
            // What follows the first line of a broker's end is the end of its log file.
            say(command, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return EXIT_UNUSABLE;
        }
        throw e;
    }

    private static int explainUsage(ParameterException e, String[] args) {
        say(e.getCommandLine(), String.valueOf(e.getMessage()));
        return EXIT_UNUSABLE;
    }

    private static void say(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println("orangeline: " + line);
        err.flush();
    }
}
