package org.orangeline.launcher.keys;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token is for and what it is good for.
 *
 * @param name the officer's name, in any script; the same name is the same subject
 * @param roles what the officer may do
 * @param operations the operations that it is good for, also to open one
 * @param machine true for a program, which may not take decisions that need a human (rule S6)
 * @param validFor how long it is accepted
 * @param agency whose feed it is for; null for an officer
 */
public record TokenRequest(
        String name,
        Set<Role> roles,
        List<String> operations,
        boolean machine,
        Duration validFor,
        @Nullable String agency) {
    /** A working day with some rest. */
    public static final Duration VALID_FOR = Duration.ofHours(12);

    /** Keeps copies, so that nobody changes them later. */
    public TokenRequest {
        roles = Set.copyOf(roles);
        operations = List.copyOf(operations);
    }

    /** An officer's. */
    public TokenRequest(
            String name,
            Set<Role> roles,
            List<String> operations,
            boolean machine,
            Duration validFor) {
        this(name, roles, operations, machine, validFor, null);
    }

    /** A token of a program of an agency. */
    public static TokenRequest agency(String agency) {
        return new TokenRequest(agency, Set.of(Role.AGENCY), List.of(), true, VALID_FOR, agency);
    }

    /** A human's token for one operation. */
    public static TokenRequest human(String name, String operation, Role... roles) {
        return new TokenRequest(name, Set.of(roles), List.of(operation), false, VALID_FOR);
    }

    /** A program's token for one operation. */
    public static TokenRequest machine(String name, String operation, Role... roles) {
        return new TokenRequest(name, Set.of(roles), List.of(operation), true, VALID_FOR);
    }

    /** For {@code verify}: positions and digests of views, and nothing within an operation. */
    public static TokenRequest verifier() {
        return new TokenRequest(
                "verify", Set.of(Role.VERIFIER), List.of(), true, Duration.ofMinutes(10));
    }

    /** The same, accepted for another time; a negative one has expired already. */
    public TokenRequest validFor(Duration other) {
        return new TokenRequest(name, roles, operations, machine, other, agency);
    }
}
