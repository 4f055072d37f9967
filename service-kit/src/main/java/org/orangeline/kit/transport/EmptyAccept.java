package org.orangeline.kit.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Accept} that names nothing asks for nothing in particular (RFC 9110, 12.5.1), as if it
 * was not there. Quarkus would fail on it only once the call was carried out and its answer is to
 * be written: the caller would be told that it failed, and it was stored.
 */
@ApplicationScoped
public class EmptyAccept {

    /** Before every call. */
    private static final int PRIORITY = 2;

    void register(@Observes Filters filters) {
        filters.register(EmptyAccept::forget, PRIORITY);
    }

    private static void forget(RoutingContext call) {
        @Nullable String accept = call.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            var unused = call.request().headers().remove(HttpHeaders.ACCEPT);
        }
        call.next();
    }
}
