package org.orangeline.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.orangeline.kit.rest.Role;

/** Tokens as the issuer of a deployment would sign them. */
public final class Tokens {

    private Tokens() {}

    /** A human's. */
    public static String human(String name, String operation, Role... roles) {
        return token(name, operation, "human", roles);
    }

    /** A machine's. */
    public static String machine(String name, String operation, Role... roles) {
        return token(name, operation, "machine", roles);
    }

    private static String token(String name, String operation, String kind, Role... roles) {
        return Jwt.issuer("https://orangeline.local")
                .audience("orangeline")
                .subject(name)
                .upn(name)
                .groups(Arrays.stream(roles).map(Role::id).collect(Collectors.toSet()))
                .claim("operations", List.of(operation))
                .claim("kind", kind)
                .expiresIn(Duration.ofHours(1))
                .sign();
    }
}
