package org.orangeline.placement.duties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;

/**
 * What started a duty, or did one.
 *
 * @param eventId the event's {@code ce_id}
 * @param at from when the time counts: when it happened, as told
 * @param recordedAt the server's time, which orders what is recorded
 */
public record Started(String eventId, Instant at, Instant recordedAt) {

    public Started(String eventId, Instant at) {
        this(eventId, at, at);
    }

    public static Started by(Recorded<?> recorded) {
        return new Started(recorded.envelope().id(), recorded.envelope().time());
    }

    /** Of somebody who came later than it happened. */
    public Started notBefore(Instant came) {
        return at.isBefore(came) ? told(came) : this;
    }

    /**
     * As {@link #told}; a tablet's clock that is ahead makes nothing later than it was recorded.
     */
    public Started toldAtMost(@Nullable Instant when) {
        return when == null || when.isAfter(recordedAt) ? this : told(when);
    }

    /** Something that happened at another time than it was recorded, where one was told. */
    public Started told(@Nullable Instant when) {
        return when == null ? this : new Started(eventId, when, recordedAt);
    }
}
