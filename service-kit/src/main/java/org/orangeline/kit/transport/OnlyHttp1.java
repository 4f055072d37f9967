package org.orangeline.kit.transport;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * HTTP/1.1 is spoken here and 1.0 understood. A request line that names another version would be
 * routed by rules that it does not keep, and each of its failures would be an error in the log.
 */
@ApplicationScoped
public class OnlyHttp1 {

    private static final int NOT_SUPPORTED = 505;

    // Before every other route, also when a request fails before the first one.
    void register(@Observes Router router) {
        var unused =
                router.route()
                        .order(Integer.MIN_VALUE)
                        .handler(OnlyHttp1::look)
                        .failureHandler(OnlyHttp1::look);
    }

    private static void look(RoutingContext call) {
        if (call.request().version() == HttpVersion.HTTP_2) {
            var sent =
                    call.response()
                            .setStatusCode(NOT_SUPPORTED)
                            .putHeader("Connection", "close")
                            .end()
                            .onComplete(end -> call.request().connection().close());
        } else {
            call.next();
        }
    }
}
