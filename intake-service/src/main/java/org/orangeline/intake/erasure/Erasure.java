package org.orangeline.intake.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.ErasureRequested;

/**
 * An erasure that was asked for.
 *
 * @param requestedBy who signed first; somebody else signs second
 * @param reason sealed with a key of the erasure's own, so it can be read afterwards
 * @param registrations all that were the person's when it was asked for: these are signed for
 */
public record Erasure(
        UUID erasureId,
        UUID personId,
        String requestedBy,
        Instant requestedAt,
        Confidential<String> reason,
        List<UUID> registrations,
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
                // Of a request from before it was written down only the person is sure.
                event.registrations() == null ? List.of(event.personId()) : event.registrations(),
                Status.REQUESTED);
    }

    Erasure with(UUID registration) {
        List<UUID> more = new ArrayList<>(registrations);
        more.add(registration);
        return new Erasure(
                erasureId, personId, requestedBy, requestedAt, reason, List.copyOf(more), status);
    }

    Erasure now(Status other) {
        return new Erasure(
                erasureId, personId, requestedBy, requestedAt, reason, registrations, other);
    }
}
