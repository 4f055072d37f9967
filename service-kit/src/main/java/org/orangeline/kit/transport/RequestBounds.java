package org.orangeline.kit.transport;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

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

    /** Where an upload's place is kept. */
    private static final String PLACE = UploadRoom.Place.class.getName();

    /** Where it is kept that a body has the bound of a command's. */
    private static final String SMALL = BodyBound.class.getName();

    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String TOO_MUCH =
            "Too much is being uploaded. Send the same request again later.";

    /**
     * How much larger lines of JSON become when they are unpacked, about; more is asked for then.
     */
    private static final int UNPACKED = 10;

    /** Of a body that was refused; of an upload as much as one may have. */
    private static final int MOST_THROWN_AWAY = 1024 * 1024;

    private final long most;
    private final UploadRoom room;
    private final CurrentVertxRequest current;
    private final Refusals refusals;

    /**
     * @param most bytes of one bulk body
     */
    RequestBounds(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            CurrentVertxRequest current,
            Refusals refusals) {
        this.most = most.asLongValue();
        this.room = new UploadRoom(this.most);
        this.current = current;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, PRIORITY);
    }

    private void bound(RoutingContext call) {
        if (isBulk(call)) {
            admit(call);
        } else if (length(call) > Body.MOST_BYTES) {
            refuse(call, Body.tooLarge());
        } else {
            // For one that states no length: BodyBound says which bound it is, and this one holds
            // what has come before anybody reads.
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2L * Body.MOST_BYTES);
            call.put(SMALL, true);
            call.next();
        }
    }

    /** Whether the body of the current request may have no more than a command's. */
    boolean isSmall() {
        return Boolean.TRUE.equals(current.getCurrent().get(SMALL));
    }

    private static boolean isBulk(RoutingContext call) {
        return isBulk(call.request().method().name(), call.request().path());
    }

    /** Whether it is one of the calls that take a file of lines. */
    static boolean isBulk(String method, String path) {
        return method.equals("POST") && BULK.matcher(path).matches();
    }

    private void admit(RoutingContext call) {
        UploadRoom.Place place = room.place();
        if (!place.reach(expected(call))) {
            call.response().putHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
            refuse(call, Problem.of(503, "unavailable", "Not now", TOO_MUCH));
            return;
        }
        call.put(PLACE, place);
        // Whoever ends the answer early may take the place of one of these two, never of both.
        call.addEndHandler(end -> place.giveBack());
        int unused = call.addBodyEndHandler(end -> place.giveBack());
        call.next();
    }

    /**
     * Takes more room for the current upload, which unpacks to more than it promised.
     *
     * @param bytes that it needs in all
     * @throws ProblemException 503 when there is not so much
     */
    public void reach(long bytes) {
        UploadRoom.Place place = current.getCurrent().get(PLACE);
        if (!place.reach(bytes)) {
            throw ProblemException.unavailable(TOO_MUCH);
        }
    }

    /** What it will take of the heap; one that states no length may be as large as any. */
    private long expected(RoutingContext call) {
        long length = length(call);
        if (length < 0) {
            return most;
        }
        return call.request().getHeader("Content-Encoding") == null || length > most
                ? length
                : length * UNPACKED;
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
    // would take the answer with it. Whoever sends on and on has had time to read it.
    private void refuse(RoutingContext call, Problem problem) {
        AtomicLong left = new AtomicLong(isBulk(call) ? most : MOST_THROWN_AWAY);
        HttpServerRequest unused =
                call.request()
                        .handler(bytes -> {
                            if (left.addAndGet(-bytes.length()) < 0) {
                                var closed = call.request().connection().close();
                            }
                        })
                        .resume();
        // Who waits to be told may send the body now or never: what comes next could be either.
        if (call.request().getHeader("Expect") == null) {
            refusals.send(call, problem);
        } else {
            refusals.sendLast(call, problem);
        }
    }
}
