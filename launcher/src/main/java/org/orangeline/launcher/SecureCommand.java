package org.orangeline.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.access.Access;
import org.orangeline.launcher.access.AgreementsInForce;
import org.orangeline.launcher.access.GrantsInTime;
import org.orangeline.launcher.keys.KafkaAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a running broker know the accounts, and grant what it should. */
@Command(
        name = "secure",
        description =
                "Gives a running broker the accounts of a folder of keys and the grants that follow"
                        + " from the services and the agreements, and takes away all others. Repeat"
                        + " it when an agreement begins or ends, or let it --watch.",
        mixinStandardHelpOptions = true)
final class SecureCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Where the broker answers (default: ${DEFAULT-VALUE}).")
    private String bootstrap;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "secrets",
            description = "The folder that ./orangeline keys made (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(
            names = "--agreements",
            paramLabel = "DIR",
            description = "The agreements, when they are not in that folder.")
    private @Nullable Path agreements;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long to wait for a broker that is starting (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--watch",
            description =
                    "Stay, and do it again within seconds when an agreement begins, ends, is taken"
                            + " away or changed.")
    private boolean watch;

    private List<String> withoutAccount = List.of();

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    SecureCommand() {}

    @Override
    public Integer call() {
        Path keys = folder.toAbsolutePath();
        KafkaAccounts accounts = KafkaAccounts.in(keys.resolve("kafka"));
        if (watch) {
            new GrantsInTime(
                            () -> inForce(keys),
                            agreements -> {
                                Access.Granted granted = grant(accounts, agreements);
                                sayWithout(granted.withoutAccount());
                                return granted.agencies();
                            },
                            this::say)
                    .keep();
            return 0;
        }
        Access.Granted granted = grant(accounts, inForce(keys));
        say(
                "%d grants at %s; agencies: %s"
                        .formatted(
                                granted.grants(),
                                bootstrap,
                                String.join(", ", granted.agencies())));
        // One agency without a password is no reason for the services not to start.
        sayWithout(granted.withoutAccount());
        return 0;
    }

    // Once, not with each look.
    private void sayWithout(List<String> agencies) {
        if (!agencies.isEmpty() && !agencies.equals(withoutAccount)) {
            say(
                    "the broker knows no password of these agencies, and grants them nothing: "
                            + String.join(", ", agencies)
                            + ". Make their accounts with ./orangeline keys, then run"
                            + " ./orangeline secure once.");
        }
        withoutAccount = agencies;
    }

    private AgreementsInForce inForce(Path keys) {
        return AgreementsInForce.of(
                agreements == null ? keys.resolve("agreements") : agreements,
                keys.resolve("agreements-public.pem"),
                Instant.now());
    }

    private Access.Granted grant(KafkaAccounts accounts, AgreementsInForce inForce) {
        return Access.apply(bootstrap, accounts, inForce, Duration.ofSeconds(seconds));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
