package org.orangeline.kit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.orangeline.runtime.Actor;

/**
 * What an instance may do in the name of somebody whose token ran out meanwhile: make one call that
 * was uploaded then and could not be decided yet. Good for nothing else.
 *
 * @param human whether it was a human who uploaded
 * @param subject who
 * @param roles what the token said then
 * @param method of the call
 * @param path of the call, from the root
 * @param itemId also the call's {@code Idempotency-Key}
 * @param headers those of {@link #BOUND} that the call has
 * @param contentHash keyed hash of the call's body
 * @param until when it runs out
 */
public record HeldTicket(
        String operation,
        boolean human,
        String subject,
        List<Role> roles,
        String method,
        String path,
        UUID itemId,
        Map<String, String> headers,
        String contentHash,
        Instant until) {

    /** The header that carries it, instead of a bearer token. */
    public static final String HEADER = "Held-Ticket";

    /** Headers that say what the author had seen, and so what the call means. */
    public static final List<String> BOUND =
            List.of("If-Match", "Based-On", DeviceToken.DEVICE_ID, Captor.HEADER);

    public HeldTicket {
        roles = List.copyOf(roles);
        headers = Map.copyOf(headers);
    }

    Caller caller() {
        return new Caller(
                human ? Actor.human(subject) : Actor.machine(subject),
                Set.copyOf(roles),
                Set.of(operation),
                null);
    }
}
