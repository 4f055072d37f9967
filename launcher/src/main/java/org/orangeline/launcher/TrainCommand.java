package org.orangeline.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orangeline.launcher.demo.Demo;
import org.orangeline.launcher.demo.DemoException;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.StackPorts;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The training run of the AOT caches: a small demo on free ports, in a folder of its own, after
 * which every process writes its cache, this one included.
 */
@Command(
        name = "train",
        description = "Makes the AOT caches that every process starts from, which takes minutes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("launcher", "target", "training");
    private static final long SEED = 2019;

    @Option(names = "--people", defaultValue = "100", description = "How many people come.")
    private int people;

    @Option(names = "--if-stale", description = "Does nothing when every cache is up to date.")
    private boolean ifStale;

    @Option(names = "--log", description = "Shows what the demo says.")
    private boolean log;

    /** For picocli, which fills the fields. */
    TrainCommand() {}

    @Override
    public Integer call() {
        StackSettings project = StackSettings.in(FOLDER);
        if (ifStale && !Training.isDue(project.root())) {
            return 0;
        }
        StackSettings settings =
                StackSettings.in(project.root().resolve(FOLDER))
                        .ports(StackPorts.free())
                        .durability(Durability.REPLICATED)
                        .withTurnableClock();
        DataFolder.open(settings.data()).empty();
        Terminal terminal = log ? Terminal.standard() : silent();
        try (RunningStack running = RunningStack.start(settings, terminal)) {
            new Demo(
                            terminal,
                            running.stack().addresses(),
                            running.stack().tokens(),
                            running.stack().clock())
                    .run(people, SEED);
            new AgencyTable(running.stack(), terminal).show();
            running.verify();
        } catch (DemoException e) {
            // What was done so far is training enough.
            terminal.line(String.valueOf(e.getMessage()));
        }
        DataFolder.open(settings.data()).empty();
        return 0;
    }

    private static Terminal silent() {
        return new Terminal(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), false);
    }
}
