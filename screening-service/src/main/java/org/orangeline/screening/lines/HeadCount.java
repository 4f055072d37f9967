package org.orangeline.screening.lines;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.HeadCounted;

/**
 * A line that was counted.
 *
 * @param mismatch counted less registered
 * @param by who, as the log has it
 * @param at when it was recorded, and held against the register
 * @param told when it was counted, as told; null for then
 */
public record HeadCount(
        UUID countId,
        int counted,
        int registered,
        int mismatch,
        String by,
        Instant at,
        @Nullable Instant told) {

    public static HeadCount of(HeadCounted event, Envelope envelope) {
        return new HeadCount(
                event.countId(),
                event.counted(),
                event.registered(),
                event.mismatch(),
                envelope.actor(),
                envelope.time(),
                event.at());
    }
}
