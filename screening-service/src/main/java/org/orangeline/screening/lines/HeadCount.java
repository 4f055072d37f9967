package org.orangeline.screening.lines;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.HeadCounted;

/**
 * A line that was counted.
 *
 * @param mismatch counted less registered
 * @param by who, as the log has it
 */
public record HeadCount(
        UUID countId, int counted, int registered, int mismatch, String by, Instant at) {

    public static HeadCount of(HeadCounted event, Envelope envelope) {
        return new HeadCount(
                event.countId(),
                event.counted(),
                event.registered(),
                event.mismatch(),
                envelope.actor(),
                envelope.time());
    }
}
