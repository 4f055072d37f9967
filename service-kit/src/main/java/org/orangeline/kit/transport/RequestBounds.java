package org.orangeline.kit.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Problem;

/**
 * How much a request may send before anybody knows who sends it. A command has a small body; only
 * what tablets kept offline comes in bulk, and of that no more at a time than the heap has room
 * for.
 */
@ApplicationScoped
public class RequestBounds {

    /** The calls whose body is a file of lines. */
    private static final Pattern BULK = Pattern.compile("/operations/[^/]+/(arrivals|batches)/?");

    /** Behind Quarkus' own bound for all, before every call. */
    private static final int PRIORITY = 1;

    private static final int HEAP_SHARE = 4;
    private static final int KIB = 1024;
    private static final int RETRY_AFTER_SECONDS = 2;

    /** How much larger lines of JSON become when they are unpacked, about. */
    private static final int UNPACKED = 10;

    private final int mostKib;
    private final Semaphore room;
    private final ObjectMapper json;

    /**
     * @param most bytes of one bulk body
     */
    RequestBounds(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            ObjectMapper json) {
        this.mostKib = (int) (most.asLongValue() / KIB);
        long heap = Runtime.getRuntime().maxMemory() / HEAP_SHARE / KIB;
        this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, Math.max(mostKib, heap)));
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, PRIORITY);
    }

    private void bound(RoutingContext call) {
        if (isBulk(call)) {
            admit(call);
        } else if (length(call) > Body.MOST_BYTES) {
            refuse(
                    call,
                    Problem.of(
                            413,
                            "too-large",
                            "The body is too large",
                            "A body may have " + Body.MOST_BYTES + " bytes at most."));
        } else {
            // For one that states no length. One more than a body may have, so that the call itself
            // can still say which bound it is.
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Body.MOST_BYTES + 1L);
            call.next();
        }
    }

    private static boolean isBulk(RoutingContext call) {
        return call.request().method().equals(HttpMethod.POST)
                && BULK.matcher(call.request().path()).matches();
    }

    private void admit(RoutingContext call) {
        int kib = kib(call);
        if (!room.tryAcquire(kib)) {
            call.response().putHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
            refuse(
                    call,
                    Problem.of(
                            503,
                            "unavailable",
                            "Not now",
                            "Too much is being uploaded. Send the same request again later."));
            return;
        }
        var taken = new AtomicBoolean(true);
        Runnable release =
                () -> {
                    if (taken.getAndSet(false)) {
                        room.release(kib);
                    }
                };
        // Whoever ends the answer early may take the place of one of these two, never of both.
        call.addEndHandler(end -> release.run());
        int unused = call.addBodyEndHandler(end -> release.run());
        call.next();
    }

    /** What it will take of the heap; one that states no length may be as large as any. */
    private int kib(RoutingContext call) {
        long length = length(call);
        if (length < 0) {
            return mostKib;
        }
        boolean packed = call.request().getHeader("Content-Encoding") != null;
        return (int) Math.min(mostKib, (packed ? length * UNPACKED : length) / KIB + 1);
    }

    /** What the request says of its body; -1 when it does not. */
    private static long length(RoutingContext call) {
        String stated = call.request().getHeader("Content-Length");
        try {
            return stated == null ? -1 : Long.parseLong(stated);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    // What is still to come of the body is thrown away: a connection that is closed while it comes
    // would take the answer with it.
    private void refuse(RoutingContext call, Problem problem) {
        HttpServerRequest unused = call.request().handler(bytes -> {}).resume();
        HttpServerResponse response =
                call.response()
                        .setStatusCode(problem.status())
                        .putHeader("Content-Type", Problem.MEDIA_TYPE)
                        .putHeader("Cache-Control", "no-store");
        try {
            var sent = response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            var sent = response.end();
        }
    }
}
