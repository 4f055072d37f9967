package org.orangeline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.keys.CheckpointKeys;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.launcher.verify.Checkpoint;
import org.orangeline.launcher.verify.Heads;
import org.orangeline.launcher.verify.SignedCheckpoint;
import org.orangeline.launcher.verify.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the whole log of a data folder, of a stack that runs or of one that it starts for it. */
@Command(
        name = "verify",
        description =
                "Reads the whole log: sequences, chain, contents, rules on request. Exits 1 and says where if"
                        + " something does not hold. Uses the stack of the data folder if it runs,"
                        + " else starts it; or a stack elsewhere, by --bootstrap.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Mixin private Elsewhere elsewhere = new Elsewhere();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Writes where the chains end, signed, for somebody outside to keep; only of a"
                            + " sound log, and never over a file that is there.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "A checkpoint that was kept: what came before it must still be the same. Several"
                            + " times for several.")
    private List<Path> against = List.of();

    @Option(
            names = "--signer",
            paramLabel = "PEM",
            description =
                    "The public key that was kept with the checkpoints; the one of the data folder"
                            + " is of no use against whoever can write there.")
    private @Nullable Path signer;

    @Option(
            names = "--rules",
            description =
                    "Also replays the rules, and lists every moment in which one did not hold: who was"
                            + " questioned, who signed, what was overdue, who ended it and when. A"
                            + " moment of which the register says nothing is a fault.")
    private boolean rules;

    @Override
    public Integer call() {
        StackSettings settings = options.settings(Path.of("var"));
        Path data = settings.data();
        if (elsewhere.isAskedFor()) {
            return checked(elsewhere.checkpoints(), this::elsewhere);
        }
        elsewhere.requireNothing();
        if (!Files.isDirectory(data.resolve("kafka"))) {
            throw new LaunchException(
                    "there is no log in " + data + "; a stack elsewhere is named by --bootstrap");
        }
        DataFolder folder = DataFolder.open(data);
        return checked(
                CheckpointKeys.in(folder.keys()),
                checks -> verify(settings, folder, Terminal.standard(), checks));
    }

    private boolean elsewhere(Verify checks) {
        return checks.run(elsewhere.target(), Terminal.standard());
    }

    private int checked(CheckpointKeys keys, Predicate<Verify> run) {
        if (checkpoint != null && Files.exists(checkpoint)) {
            throw new LaunchException(checkpoint + " is there already");
        }
        Terminal terminal = Terminal.standard();
        if (checkpoint != null) {
            CheckpointKeys unused = keys.made();
        }
        Heads heads = new Heads(kept(signer == null ? keys.publicFile() : signer));
        Verify checks = Verify.everything(terminal, heads);
        if (!run.test(rules ? checks.andRules(terminal, true) : checks)) {
            return 1;
        }
        if (checkpoint != null) {
            write(
                    checkpoint,
                    SignedCheckpoint.text(
                            heads.checkpoint(Instant.now()),
                            keys.signing(),
                            CheckpointKeys.read(keys.publicFile())));
            terminal.line("checkpoint: " + checkpoint + ", checked with " + keys.publicFile());
        }
        return 0;
    }

    private List<Checkpoint> kept(Path publicKey) {
        List<Checkpoint> kept = new ArrayList<>();
        for (Path file : against) {
            try {
                kept.add(
                        SignedCheckpoint.read(
                                Files.readString(file), CheckpointKeys.read(publicKey)));
            } catch (IOException e) {
                throw new LaunchException("the checkpoint " + file + " cannot be read", e);
            } catch (IllegalArgumentException e) {
                throw new LaunchException(
                        "the checkpoint " + file + " cannot be used: " + e.getMessage(), e);
            }
        }
        return kept;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new LaunchException("the checkpoint " + file + " cannot be written", e);
        }
    }

    private static boolean verify(
            StackSettings settings, DataFolder folder, Terminal terminal, Verify checks) {
        if (folder.isInUse()) {
            LocalKeys keys = LocalKeys.in(folder.keys());
            keys.notice().ifPresent(terminal::line);
            TokenIssuer tokens = new TokenIssuer(keys.issuer());
            return checks.run(StackAddress.read(folder.path()).target(tokens), terminal);
        }
        try (RunningStack running = RunningStack.start(settings, terminal)) {
            return running.verify(checks);
        }
    }
}
