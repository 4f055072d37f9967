package org.orangeline.placement.duties;

import java.time.Instant;
import org.orangeline.events.Recorded;

/**
 * What started a duty.
 *
 * @param eventId the event's {@code ce_id}
 * @param at from when the time counts
 */
public record Started(String eventId, Instant at) {

    public static Started by(Recorded<?> recorded) {
        return new Started(recorded.envelope().id(), recorded.envelope().time());
    }
}
