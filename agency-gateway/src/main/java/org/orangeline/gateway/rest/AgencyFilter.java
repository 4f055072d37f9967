package org.orangeline.gateway.rest;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.VerifiedTokens;
import org.orangeline.kit.wiring.KitConfig;

/**
 * Denies by default. In this order: no valid token 401; another role than {@code agency} 403; a
 * token that names no agency 404. Whether the agency has a feed is for the call to say.
 */
public class AgencyFilter {

    /** Claim of a token: whose feed it is for. */
    static final String AGENCY = "agency";

    private final VerifiedTokens<Subject> tokens;
    private final CurrentAgency current;

    AgencyFilter(
            JWTParser parser, JWTAuthContextInfo settings, KitConfig kit, CurrentAgency current) {
        this.tokens =
                VerifiedTokens.of(
                        parser,
                        settings,
                        kit,
                        (token, id) -> Optional.ofNullable(id).map(one -> new Subject(one, token)));
        this.current = current;
    }

    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo resource) {
        String bearer = VerifiedTokens.bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (bearer == null) {
            return unauthorized("A bearer token with a subject is needed.");
        }
        try {
            Optional<Subject> token = tokens.known(bearer);
            if (token.isEmpty()) {
                token = tokens.verify(bearer);
            }
            return token.isPresent()
                    ? answer(token.get(), resource)
                    : unauthorized("A bearer token with a subject is needed.");
        } catch (ParseException e) {
            return unauthorized("The token is not valid.");
        }
    }

    private @Nullable Response answer(Subject subject, ResourceInfo resource) {
        JsonWebToken token = subject.token();
        Access access = resource.getResourceMethod().getAnnotation(Access.class);
        if (access == null
                || token.getGroups() == null
                || !token.getGroups().contains(Role.AGENCY.id())) {
            return response(
                    Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "None of the token's roles may make this call."));
        }
        String agency = text(token.getClaim(AGENCY));
        if (agency == null) {
            return response(Feeds.notFound());
        }
        current.set(
                new CurrentAgency.Caller(
                        agency,
                        subject.id(),
                        Instant.ofEpochSecond(token.getExpirationTime()),
                        () -> tokens.isRevoked(token)));
        return null;
    }

    // Claims come as plain strings or as JSON strings.
    private static @Nullable String text(@Nullable Object claim) {
        return switch (claim) {
            case jakarta.json.JsonString json -> json.getString();
            case String text -> text;
            case null, default -> null;
        };
    }

    private static Response unauthorized(String detail) {
        return response(Problem.of(401, "unauthorized", "Authentication required", detail));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private record Subject(String id, JsonWebToken token) {}
}
