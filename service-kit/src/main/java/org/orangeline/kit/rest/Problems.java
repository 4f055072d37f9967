package org.orangeline.kit.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.orangeline.runtime.keys.KeyServiceException;

/**
 * Every error leaves as a problem document; what the server did not expect leaves without detail.
 */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** RFC 9110: visible characters, blanks and tabs. */
    private static final Pattern CARRIED = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*+");

    private static final int LAST = 0;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String title =
                Response.Status.fromStatusCode(status) == null
                        ? "The request was not accepted"
                        : Response.Status.fromStatusCode(status).getReasonPhrase();
        return response(Problem.of(status, "http-" + status, title, detail(status)));
    }

    @ServerExceptionMapper
    public Response withoutKeys(KeyServiceException e) {
        LOG.errorf("the key service: %s", e.getMessage());
        return response(
                Problem.of(
                        503,
                        "unavailable",
                        "Temporarily unavailable",
                        "The key service cannot be asked."));
    }

    /** Errors of the JVM as well: the caller never sees a stack. */
    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (e instanceof IOException) {
            // A caller who goes away in the midst, as often as it likes.
            LOG.warnf("a call broke off: %s", e.getClass().getSimpleName());
        } else {
            LOG.error("a call failed", e);
        }
        return response(Problem.of(500, "internal", "Internal error", "It has been logged."));
    }

    @ServerResponseFilter
    public void noStore(jakarta.ws.rs.container.ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * A value that HTTP cannot carry would take the whole answer with it, of which the caller then
     * learns nothing: the header is left out. Behind all other filters.
     */
    @ServerResponseFilter(priority = LAST)
    public void leaveOutBadHeaders(jakarta.ws.rs.container.ContainerResponseContext response) {
        response.getHeaders()
                .entrySet()
                .removeIf(header -> {
                    boolean bad =
                            header.getValue().stream()
                                    .anyMatch(value ->
                                            value instanceof String text
                                                    && !CARRIED.matcher(text).matches());
                    if (bad) {
                        LOG.errorf("the header %s of an answer cannot be sent", header.getKey());
                    }
                    return bad;
                });
    }

    static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address cannot answer in the media type that was asked for.";
            case 415 -> "This address does not take a body of that media type.";
            default -> "The request could not be handled.";
        };
    }
}
