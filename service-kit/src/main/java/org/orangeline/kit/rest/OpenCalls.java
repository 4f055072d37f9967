package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
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

    private final Buckets addresses;
    private final Buckets operations;
    private final RawRequest request;

    OpenCalls(Clock clock, RawRequest request) {
        this.addresses = new Buckets(OF_AN_ADDRESS, EACH_OF_AN_ADDRESS, clock);
        this.operations = new Buckets(OF_AN_OPERATION, EACH_OF_AN_OPERATION, clock);
        this.request = request;
    }

    /**
     * Counts a call.
     *
     * @param operation as the path names it, whether there is one or not
     * @return the answer when there were too many
     */
    Optional<Response> refusal(String operation) {
        String address = request.sender();
        Duration pause = addresses.pause(address);
        if (pause.isZero()) {
            addresses.count(address);
            pause = operations.pause(operation);
        }
        if (pause.isZero()) {
            operations.count(operation);
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
