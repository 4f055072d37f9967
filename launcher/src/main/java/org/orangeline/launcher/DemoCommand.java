package org.orangeline.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.demo.Demo;
import org.orangeline.launcher.demo.DemoException;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.launcher.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the whole process from arrival to release on a stack of its own, and checks the log. */
@Command(
        name = "demo",
        description =
                "Starts Kafka and the services, registers, sorts, screens and places a simulated"
                        + " exodus, tells what happens to some of its people, turns the stack's"
                        + " clock forward by some days, and checks the log. Without --data it"
                        + " starts with an empty folder, var/demo.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("var", "demo");
    private static final int MOST_PEOPLE = 1_000_000;

    @Spec private CommandSpec spec;
    @Mixin private StackOptions options = new StackOptions();

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many people come (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Makes the same people again; printed at every run.")
    private @Nullable Long seed;

    @Option(
            names = "--keep",
            description = "Leaves everything running until Ctrl-C; prints addresses and tokens.")
    private boolean keep;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    DemoCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (people < 100 || people > MOST_PEOPLE) {
            throw new ParameterException(
                    spec.commandLine(), "--people takes a number from 100 to " + MOST_PEOPLE);
        }
        StackSettings settings = options.settings(FOLDER).withTurnableClock();
        if (!options.namesData()) {
            DataFolder.open(settings.data()).empty();
        }
        Terminal terminal = Terminal.standard();
        try (RunningStack running = RunningStack.start(settings, terminal)) {
            Demo.Outcome outcome =
                    new Demo(
                                    terminal,
                                    running.stack().addresses(),
                                    running.stack().tokens(),
                                    running.stack().clock())
                            .run(people, seed == null ? System.nanoTime() & 0xFFFFFF : seed);
            new AgencyTable(running.stack(), terminal).show();
            boolean sound = running.verify();
            if (keep) {
                printTokens(terminal, running.stack(), outcome.operation());
                running.awaitSignal();
            }
            return outcome.faults() == 0 && sound ? 0 : 1;
        } catch (DemoException e) {
            terminal.line("WRONG: " + e.getMessage());
            return 1;
        }
    }

    private static void printTokens(Terminal terminal, Stack stack, String operation) {
        terminal.line("It keeps running; Ctrl-C stops it. Tokens for " + operation + ":");
        for (Role role : Role.values()) {
            String name = "A " + role.spelled();
            terminal.line("");
            terminal.line(role.spelled());
            terminal.line(stack.tokens().issue(TokenRequest.human(name, operation, role)));
        }
        for (Service service : Service.values()) {
            terminal.line(
                    service.id() + "  " + stack.service(service).management() + "/q/swagger-ui");
        }
    }
}
