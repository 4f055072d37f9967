package org.orangeline.intake.preregistration;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.GroupPreRegistered;

/**
 * A truck or a convoy that was counted.
 *
 * @param closedAt when nobody else was expected any more; null while it is open
 */
public record PreRegistration(
        UUID groupId,
        String receptionPoint,
        Instant arrivedAt,
        Instant recordedAt,
        int headCount,
        @Nullable Instant closedAt) {

    public static PreRegistration of(GroupPreRegistered event, Envelope envelope) {
        return new PreRegistration(
                event.groupId(),
                event.receptionPoint(),
                event.arrivedAt(),
                envelope.time(),
                event.headCount(),
                null);
    }

    public PreRegistration close(Instant at) {
        return new PreRegistration(groupId, receptionPoint, arrivedAt, recordedAt, headCount, at);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** How many of those who were counted are not registered. */
    public int missing(int registered) {
        return Math.max(0, headCount - registered);
    }

    /** How many more are registered than were counted. */
    public int exceeded(int registered) {
        return Math.max(0, registered - headCount);
    }

    /** Whether the count and the register differ; who is missing may come until the closure. */
    public @Nullable Mismatch mismatch(int registered) {
        if (registered > headCount) {
            return Mismatch.EXCEEDED;
        }
        return !isOpen() && registered < headCount ? Mismatch.MISSING : null;
    }

    /** How the count and the register differ. */
    public enum Mismatch {
        MISSING,
        EXCEEDED
    }

    /**
     * Since when a person of the group has been held, as far as its time can be believed (rule
     * P10): not in the future, not longer ago than a tablet's clock is trusted, and not after the
     * person's own arrival.
     */
    public @Nullable Instant heldSince(Instant ownArrival, Instant now, Duration skew) {
        boolean plausible =
                !arrivedAt.isAfter(now)
                        && !arrivedAt.isBefore(now.minus(skew))
                        && !arrivedAt.isAfter(ownArrival);
        return plausible ? arrivedAt : null;
    }
}
