package org.orangeline.placement.knowledge;

import java.util.Map;
import org.orangeline.events.Envelope;

/**
 * An event of another service that may put a placement in question (rule P14).
 *
 * @param eventId {@code ce_id}
 * @param service whose event it is
 * @param sequence its place in that service's log
 */
public record Cause(String eventId, String service, long sequence) {

    public static Cause of(Envelope envelope) {
        return new Cause(envelope.id(), envelope.source(), envelope.sequence());
    }

    /** Whether who had learned so much knew of it. */
    public boolean isKnown(Map<String, Long> learnedThrough) {
        return sequence <= learnedThrough.getOrDefault(service, 0L);
    }
}
