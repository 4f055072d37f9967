package org.orangeline.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.launcher.verify.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the whole log of a data folder, of a stack that runs or of one that it starts for it. */
@Command(
        name = "verify",
        description =
                "Reads the whole log: sequences, chain, contents. Exits 1 and says where if"
                        + " something does not hold. Uses the stack of the data folder if it runs,"
                        + " else starts it.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Override
    public Integer call() {
        StackSettings settings = options.settings(Path.of("var"));
        Path data = settings.data();
        if (!Files.isDirectory(data.resolve("kafka"))) {
            throw new LaunchException("there is no log in " + data);
        }
        Terminal terminal = Terminal.standard();
        DataFolder folder = DataFolder.open(data);
        return verify(settings, folder, terminal) ? 0 : 1;
    }

    private static boolean verify(StackSettings settings, DataFolder folder, Terminal terminal) {
        if (folder.isInUse()) {
            TokenIssuer tokens = new TokenIssuer(LocalKeys.in(folder.keys()).issuer());
            return Verify.everything(terminal)
                    .run(StackAddress.read(folder.path()).target(tokens), terminal);
        }
        try (RunningStack running = RunningStack.start(settings, terminal)) {
            return running.verify();
        }
    }
}
