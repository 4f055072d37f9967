package org.orangeline.intake.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge, which lies over two registrations and changes neither. Two humans make it, and two take
 * it back; one human made those of older logs.
 *
 * <pre>
 * REQUESTED --second human--> STANDING --two humans--> ENDED
 *     +-----------------one human----------------------->+
 * </pre>
 *
 * <p>One human ends a doubt about a merge that stands, be it the one who had it.
 *
 * @param personId the registration that stays in use
 * @param otherId the one that leads to it
 * @param by who asked last, for the merge or for its end
 * @param at when that was recorded
 * @param reversalAsked whether a human asked to take it back, and no second one has yet
 * @param since when it was made; null while it waits for a second human
 */
public record Merge(
        UUID mergeId,
        UUID personId,
        UUID otherId,
        Status status,
        String by,
        Instant at,
        boolean reversalAsked,
        @Nullable Instant since) {

    /** What has become of it. */
    public enum Status {
        REQUESTED,
        STANDING,
        ENDED
    }

    Merge become(Status next) {
        return new Merge(mergeId, personId, otherId, next, by, at, false, since);
    }

    /** The second human found so too. */
    Merge made(Instant when) {
        return new Merge(mergeId, personId, otherId, Status.STANDING, by, at, false, when);
    }

    /** Nobody needs a second human to drop what waits for one. */
    Merge doubted(String human, Instant when) {
        return status == Status.REQUESTED
                ? become(Status.ENDED)
                : new Merge(mergeId, personId, otherId, status, human, when, true, since);
    }

    public boolean ended() {
        return status == Status.ENDED;
    }
}
