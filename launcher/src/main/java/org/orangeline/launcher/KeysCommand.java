package org.orangeline.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orangeline.launcher.keys.LocalKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes keys without a stack, for containers for instance. */
@Command(
        name = "keys",
        description = "Makes the keys that are missing; those that exist stay.",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "secrets",
            description = "Where the keys go (default: ${DEFAULT-VALUE}).")
    private Path folder;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    KeysCommand() {}

    @Override
    public Integer call() {
        LocalKeys keys = LocalKeys.in(folder.toAbsolutePath());
        spec.commandLine().getOut().println("public key of the issuer: " + keys.issuerPublicFile());
        spec.commandLine().getOut().println("deployment key: " + keys.deploymentKeyFile());
        return 0;
    }
}
