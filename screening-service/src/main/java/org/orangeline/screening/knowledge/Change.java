package org.orangeline.screening.knowledge;

import java.time.Instant;
import org.orangeline.events.Envelope;

/**
 * When intake last recorded something about a person that can decide on a line.
 *
 * @param sequence of the event in intake's own count; what was decided in the knowledge of it says
 *     so by the same count
 * @param event {@code ce_id}
 * @param at the server's time
 */
public record Change(long sequence, String event, Instant at) {

    static Change by(Envelope envelope) {
        return new Change(envelope.sequence(), envelope.id(), envelope.time());
    }

    boolean isAfter(Change other) {
        return sequence > other.sequence;
    }
}
