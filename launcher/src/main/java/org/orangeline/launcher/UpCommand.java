package org.orangeline.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the stack until a signal ends it. */
@Command(
        name = "up",
        description = "Starts Kafka and the services with what the data folder holds.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.standard();
        try (RunningStack running =
                RunningStack.start(options.settings(Path.of("var")), terminal)) {
            terminal.line("Ctrl-C stops them. Log files are in " + running.logs());
            running.awaitSignal();
        }
        return 0;
    }
}
