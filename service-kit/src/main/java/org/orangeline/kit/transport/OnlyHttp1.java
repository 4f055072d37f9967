package org.orangeline.kit.transport;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.orangeline.kit.rest.Problem;

/**
 * HTTP/1.1 is spoken here and 1.0 understood. A request line that names another version would be
 * routed by rules that it does not keep; and a request without a host fails before any route, which
 * would be an error in the log for each that anybody sends.
 */
@ApplicationScoped
public class OnlyHttp1 {

    private final Refusals refusals;

    OnlyHttp1(Refusals refusals) {
        this.refusals = refusals;
    }

    // Before every other route.
    void register(@Observes Router router) {
        var unused =
                router.route()
                        .order(Integer.MIN_VALUE)
                        .handler(this::look)
                        .failureHandler(this::failed);
    }

    private void look(RoutingContext call) {
        if (isSpoken(call)) {
            call.next();
        } else {
            refuseVersion(call);
        }
    }

    private void failed(RoutingContext call) {
        if (!isSpoken(call)) {
            refuseVersion(call);
        } else if (call.request().authority() == null && !call.response().headWritten()) {
            refusals.sendLast(
                    call, Problem.of(400, "bad-request", "No host", "The header Host is needed."));
        } else {
            call.next();
        }
    }

    private void refuseVersion(RoutingContext call) {
        refusals.sendLast(
                call,
                Problem.of(
                        505, "http-505", "HTTP version not supported", "HTTP/1.1 is spoken here."));
    }

    // Vert.x knows no version for a line that names one that it does not know.
    private static boolean isSpoken(RoutingContext call) {
        HttpVersion version = call.request().version();
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }
}
