package org.orangeline.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token for a local stack, alone on a line. */
@Command(
        name = "token",
        description = "Prints a token for the local stack, good for 12 hours.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "var",
            description = "The stack's data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Folder of the keys, when it is not the data folder's.")
    private @Nullable Path keys;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "What the officer may do; several times for several roles.")
    private List<String> roles;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "An operation it is good for; several times for several operations.")
    private List<String> operations = List.of();

    @Option(
            names = "--agency",
            paramLabel = "AGENCY",
            description = "Whose feed it is for; with --role agency, in place of --operation.")
    private @Nullable String agency;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The officer's name, in any script; the same name is the same officer.")
    private @Nullable String name;

    @Option(
            names = "--machine",
            description = "For a program, which may not decide what needs a human.")
    private boolean machine;

    /** For picocli, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    TokenCommand() {}

    @Override
    public Integer call() {
        TokenRequest request = request();
        Path folder = keys == null ? data.toAbsolutePath().resolve("keys") : keys.toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new LaunchException(
                    "there are no keys in "
                            + folder
                            + ": start a stack first, or make them with keys");
        }
        LocalKeys local = LocalKeys.in(folder);
        local.notice().ifPresent(spec.commandLine().getErr()::println);
        String token = new TokenIssuer(local.issuer()).issue(request);
        spec.commandLine().getOut().println(token);
        return 0;
    }

    // An agency's program has no operation; an officer has a name and an operation.
    private TokenRequest request() {
        String called = name == null ? agency : name;
        if (called == null || called.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    name == null
                            ? "Missing required option: '--name=NAME'"
                            : "--name must not be empty");
        }
        if (agency == null && operations.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--operation=OPERATION'");
        }
        return new TokenRequest(
                called, parsedRoles(), operations, machine, TokenRequest.VALID_FOR, agency);
    }

    private Set<Role> parsedRoles() {
        Set<Role> parsed = new LinkedHashSet<>();
        for (String role : roles) {
            try {
                parsed.add(Role.of(role));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
            }
        }
        return parsed;
    }
}
