package org.orangeline.kit.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private final ObjectMapper json;

    OnlyHttp1(ObjectMapper json) {
        this.json = json;
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
            refuse(call, Problem.of(400, "bad-request", "No host", "The header Host is needed."));
        } else {
            call.next();
        }
    }

    private void refuseVersion(RoutingContext call) {
        refuse(call, Problem.of(505, "http-505", "Version not spoken", "HTTP/1.1 is spoken here."));
    }

    // Vert.x knows no version for a line that names one that it does not know.
    private static boolean isSpoken(RoutingContext call) {
        HttpVersion version = call.request().version();
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }

    private void refuse(RoutingContext call, Problem problem) {
        call.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close");
        try {
            var sent =
                    call.response()
                            .end(json.writeValueAsString(problem))
                            .onComplete(end -> call.request().connection().close());
        } catch (JsonProcessingException e) {
            var sent = call.response().end();
        }
    }
}
