package org.orangeline.kit.rest;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Actor;

/**
 * Who calls, as the token says. A token that does not say it is a human's is a machine's.
 *
 * @param actor the subject and kind
 * @param roles from {@code groups}; unknown ones are dropped
 * @param operations what the token is good for
 * @param agency whose program it is, when the token names an agency
 */
public record Caller(
        Actor actor, Set<Role> roles, Set<String> operations, @Nullable String agency) {

    public Caller {
        roles = Set.copyOf(roles);
        operations = Set.copyOf(operations);
    }

    /** Who has shown nothing yet; no role, and no operation. */
    static Caller with(Proof proof) {
        return new Caller(Actor.machine(proof.id()), Set.of(), Set.of(), null);
    }

    /**
     * @param id who it is
     */
    static Caller of(JsonWebToken token, String id) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getGroups() != null) {
            token.getGroups().forEach(group -> Role.of(group).ifPresent(roles::add));
        }
        boolean human = "human".equals(text(token.getClaim("kind")));
        Actor actor = human ? Actor.human(id) : Actor.machine(id);
        Object agency = token.getClaim("agency");
        return new Caller(
                actor,
                roles,
                texts(token.getClaim("operations")),
                agency == null ? null : text(agency));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Collection<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    private static Set<String> texts(Object claim) {
        Set<String> texts = new HashSet<>();
        if (claim instanceof Iterable<?> values) {
            values.forEach(value -> texts.add(text(value)));
        }
        return texts;
    }

    // Claims come as plain strings or as JSON strings.
    private static String text(Object value) {
        return value instanceof jakarta.json.JsonString json
                ? json.getString()
                : String.valueOf(value);
    }
}
