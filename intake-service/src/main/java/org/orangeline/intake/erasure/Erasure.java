package org.orangeline.intake.erasure;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.ErasureRequested;

/**
 * An erasure that was asked for.
 *
 * @param requestedBy who signed first; somebody else signs second
 * @param reason sealed with a key of the erasure's own, so it can be read afterwards
 */
public record Erasure(
        UUID erasureId,
        UUID personId,
        String requestedBy,
        Instant requestedAt,
        Confidential<String> reason,
        Status status) {

    /** How far it is. */
    public enum Status {
        REQUESTED,
        ERASED,
        DECLINED
    }

    static Erasure requested(ErasureRequested event, Envelope envelope) {
        return new Erasure(
                event.erasureId(),
                event.personId(),
                envelope.actor(),
                envelope.time(),
                event.reason(),
                Status.REQUESTED);
    }

    Erasure now(Status other) {
        return new Erasure(erasureId, personId, requestedBy, requestedAt, reason, other);
    }
}
