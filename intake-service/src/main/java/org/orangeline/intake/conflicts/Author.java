package org.orangeline.intake.conflicts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;

/**
 * Who said something.
 *
 * @param version sequence of the event that recorded it
 * @param actor who called, or uploaded it
 * @param deviceId the tablet on which it was kept for a while
 */
public record Author(long version, String actor, @Nullable String deviceId, Instant at) {

    static Author of(Envelope envelope, @Nullable String deviceId) {
        return new Author(envelope.sequence(), envelope.actor(), deviceId, envelope.time());
    }

    /**
     * Whoever corrects what they said themselves has seen it. One officer may upload for many
     * tablets, and one tablet goes through many hands, so both have to be the same.
     */
    boolean isAlso(String otherActor, @Nullable String otherDevice) {
        return actor.equals(otherActor) && Objects.equals(deviceId, otherDevice);
    }
}
