package org.orangeline.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.orangeline.launcher.access.AgreementsInForce;
import org.orangeline.launcher.access.Secured;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.stack.Agreements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes keys without a stack, for containers for instance. */
@Command(
        name = "keys",
        description =
                "Makes the keys that are missing; those that exist stay, except that a renewal that"
                        + " broke off is ended.",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "secrets",
            description = "Where the keys go (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(
            names = "--sign",
            paramLabel = "FILE",
            description = "An agreement to sign: the signature is put beside it.")
    private List<Path> sign = List.of();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "One more name or address that the services and the broker are reached by, for"
                            + " the certificates that are made; several times for several.")
    private List<String> hosts = List.of();

    @Option(
            names = "--renew",
            description =
                    "Makes a new deployment key and a new version of each key that can be renewed."
                            + " The services use them once they are restarted, and read what"
                            + " earlier ones made.")
    private boolean renew;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    KeysCommand() {}

    @Override
    public Integer call() {
        LocalKeys keys = LocalKeys.in(folder.toAbsolutePath());
        keys.notice().ifPresent(spec.commandLine().getOut()::println);
        // What broke off is what was asked for; two renewals without a restart end what is signed.
        if (renew && keys.notice().isEmpty()) {
            keys.renew();
            spec.commandLine()
                    .getOut()
                    .println(
                            "the keys are renewed: back up the folder, and restart every service"
                                    + " with all its instances together, now");
        }
        spec.commandLine().getOut().println("public key of the issuer: " + keys.issuerPublicFile());
        spec.commandLine().getOut().println("deployment key: " + keys.deploymentKeyFile());
        spec.commandLine()
                .getOut()
                .println("public key of who signs agreements: " + keys.agreementSignersFile());
        Path root = Path.of(System.getProperty("orangeline.root", ""));
        Agreements agreements =
                Agreements.in(folder.toAbsolutePath().resolve("agreements"), keys, root);
        for (Path file : sign) {
            agreements.sign(file);
        }
        spec.commandLine().getOut().println("agreements: " + agreements.folder());
        Secured secured =
                Secured.in(
                        keys.folder(),
                        AgreementsInForce.of(
                                        agreements.folder(),
                                        keys.agreementSignersFile(),
                                        Instant.now())
                                .withAccounts(),
                        hosts);
        Path broker = secured.writeBrokerEnvironment(List.of("SERVICES", "MACHINE"), "CONTROLLER");
        spec.commandLine()
                .getOut()
                .println("accounts at the broker: " + keys.folder().resolve("kafka"));
        spec.commandLine().getOut().println("settings of the broker: " + broker);
        spec.commandLine()
                .getOut()
                .println("certificates: " + secured.certificates().authority().getParent());
        return 0;
    }
}
