package org.orangeline.gateway.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;

/**
 * Denies by default. In this order: no valid token 401; another role than {@code agency} 403; a
 * token that names no agency 404. Whether the agency has a feed is for the call to say.
 */
public class AgencyFilter {

    /** Claim of a token: whose feed it is for. */
    static final String AGENCY = "agency";

    private final CurrentIdentityAssociation identities;
    private final CurrentAgency current;

    AgencyFilter(CurrentIdentityAssociation identities, CurrentAgency current) {
        this.identities = identities;
        this.current = current;
    }

    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    public Uni<@Nullable Response> check(ResourceInfo resource) {
        return identities
                .getDeferredIdentity()
                .onItem()
                .transform(identity -> answer(identity, resource))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(unused -> unauthorized("The token is not valid."));
    }

    private @Nullable Response answer(SecurityIdentity identity, ResourceInfo resource) {
        if (identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null) {
            return unauthorized("A bearer token with a subject is needed.");
        }
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
                        token.getSubject(),
                        Instant.ofEpochSecond(token.getExpirationTime())));
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
        return response(Problem.of(401, "unauthorized", "Who is calling?", detail));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
