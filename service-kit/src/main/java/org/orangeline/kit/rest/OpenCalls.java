package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often calls are answered that anybody may make. A reception point has one address for all of
 * its tablets, and each asks twice in a quarter of an hour: 300 at once, and 30 a second, are more
 * than any of them needs.
 */
@ApplicationScoped
public class OpenCalls {

    private static final int OF_AN_ADDRESS = 300;
    private static final Duration EACH_OF_AN_ADDRESS = Duration.ofSeconds(1).dividedBy(30);
    private static final int OF_AN_OPERATION = 600;
    private static final Duration EACH_OF_AN_OPERATION = Duration.ofSeconds(1).dividedBy(60);

    /** Addresses of which it is remembered that a tablet proved who it is. */
    private static final int MOST_PROVEN = 10_000;

    private final Buckets addresses;
    private final Buckets operations;
    private final Map<String, Boolean> proven =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_PROVEN;
                        }
                    });
    private final RawRequest request;
    private final PassedOn passedOn;

    OpenCalls(Clock clock, RawRequest request, PassedOn passedOn) {
        this.addresses = new Buckets(OF_AN_ADDRESS, EACH_OF_AN_ADDRESS, clock);
        this.operations = new Buckets(OF_AN_OPERATION, EACH_OF_AN_OPERATION, clock);
        this.request = request;
        this.passedOn = passedOn;
    }

    /** Who sent the call, to this instance or to the one that passed it on. */
    public String sender() {
        return request.header(RawRequest.FORWARDED)
                .flatMap(mark -> passedOn.sender(mark, request.target()))
                .orElseGet(request::sender);
    }

    /** A tablet proved who it is: a flood of others must not keep its address out. */
    public void proved() {
        proven.put(sender(), true);
    }

    /**
     * Counts a call. The limit of an operation is for strangers: whoever knows its name could use
     * it up from many addresses, so an address from which a tablet has proved who it is has its own
     * limit only.
     *
     * @param operation as the path names it, whether there is one or not
     * @return the answer when there were too many
     */
    Optional<Response> refusal(String operation) {
        String address = sender();
        boolean isProven = proven.containsKey(address);
        Duration pause = addresses.pause(address);
        if (pause.isZero() && !isProven) {
            pause = operations.pause(operation);
        }
        if (pause.isZero()) {
            addresses.count(address);
            if (!isProven) {
                operations.count(operation);
            }
            return Optional.empty();
        }
        return Optional.of(
                tooMany(
                        pause,
                        "Too many calls without a token come from this address or to this operation."));
    }

    /**
     * An answer that asks for a pause.
     *
     * @param detail for the caller, and about nobody
     */
    public static Response tooMany(Duration pause, String detail) {
        return Response.fromResponse(
                        Problems.response(
                                Problem.of(429, "too-many-requests", "Too many requests", detail)))
                .header(HttpHeaders.RETRY_AFTER, pause.toSeconds() + 1)
                .build();
    }
}
