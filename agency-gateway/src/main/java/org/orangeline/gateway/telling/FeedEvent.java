package org.orangeline.gateway.telling;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an agency is told. Every id in it is the agency's own.
 *
 * @param id the same whenever it is told again, so that a reader can leave out what it has
 * @param event name of the domain event or of the notice
 * @param agreement under which it is told, {@code tracing-bureau/1}
 * @param operation slug
 * @param subject the person, or what else it is about
 * @param time when it was recorded, as exactly as the agreement says
 * @param acknowledge whether the agency is to say that it has acted on it
 * @param data the fields that the agreement names
 */
public record FeedEvent(
        UUID id,
        String event,
        String agreement,
        String operation,
        String subject,
        Instant time,
        boolean acknowledge,
        Map<String, Object> data) {

    public FeedEvent {
        data = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(data));
    }
}
