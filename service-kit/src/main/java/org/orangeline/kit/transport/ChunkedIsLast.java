package org.orangeline.kit.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.orangeline.kit.rest.Problem;

/**
 * A request with a {@code Transfer-Encoding} is the last one of its connection, and one that states
 * a length as well, or names two hosts, is refused (RFC 9112, 6.1 and 3.2). A proxy in front may
 * read the length only. The service would then take the rest of the body for the next request, and
 * somebody else would get the answer. {@link OneLength} keeps the length until here.
 */
@ApplicationScoped
public class ChunkedIsLast {

    /** Before every other look at the request. */
    private static final int PRIORITY = 2;

    // Its own handler of the end of a connection is Quarkus', who counts them.
    private final Set<HttpConnection> ending =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Refusals refusals;

    ChunkedIsLast(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
    }

    private void look(RoutingContext call) {
        HttpConnection connection = call.request().connection();
        if (ending.contains(connection)) {
            // Without an answer: who sent it may count it to another request.
            var closed = connection.close();
        } else if (call.request().getHeader("Transfer-Encoding") != null
                && call.request().getHeader("Content-Length") != null) {
            refuse(call, "A request states the length of its body in one way only.");
        } else if (call.request().headers().getAll("Host").size() > 1) {
            // RFC 9112, 3.2: a proxy may read the other one.
            refuse(call, "A request names one host.");
        } else {
            if (call.request().getHeader("Transfer-Encoding") != null) {
                ending.add(connection);
                // Not closed at once: a body that is still to come would take the answer with it.
                call.response().putHeader("Connection", "close");
            }
            call.next();
        }
    }

    private void refuse(RoutingContext call, String why) {
        ending.add(call.request().connection());
        refusals.sendLast(call, Problem.of(400, "bad-request", "Invalid request", why));
    }
}
