package org.orangeline.kit.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.orangeline.kit.rest.Problem;

/** Answers a request that reaches no call with a problem document. */
@ApplicationScoped
public class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** The connection stays open for the next request. */
    void send(RoutingContext call, Problem problem) {
        answer(call, problem, false);
    }

    /** It is the last request of its connection. */
    void sendLast(RoutingContext call, Problem problem) {
        answer(call, problem, true);
    }

    private void answer(RoutingContext call, Problem problem, boolean last) {
        HttpServerResponse response =
                call.response()
                        .setStatusCode(problem.status())
                        .putHeader("Content-Type", Problem.MEDIA_TYPE)
                        .putHeader("Cache-Control", "no-store");
        if (last) {
            response.putHeader("Connection", "close");
        }
        var unused =
                response.end(text(problem))
                        .onComplete(sent -> {
                            if (last) {
                                var closed = call.request().connection().close();
                            }
                        });
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain data", e);
        }
    }
}
