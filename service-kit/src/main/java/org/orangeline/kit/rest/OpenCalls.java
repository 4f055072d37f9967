package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Calls that anybody may make, as often as {@link OpenRates} says. */
@ApplicationScoped
public class OpenCalls {

    private final OpenRates rates;
    private final RawRequest request;
    private final PassedOn passedOn;

    OpenCalls(Clock clock, RawRequest request, PassedOn passedOn) {
        this.rates = new OpenRates(clock);
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
        rates.proved(sender());
    }

    /**
     * Counts a call.
     *
     * @param operation as the path names it, whether there is one or not
     * @return the answer when there were too many
     */
    Optional<Response> refusal(String operation) {
        Duration pause = rates.pause(sender(), operation);
        return pause.isZero()
                ? Optional.empty()
                : Optional.of(
                        tooMany(
                                pause,
                                "Too many calls without a token come from this address or to this"
                                        + " operation."));
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
