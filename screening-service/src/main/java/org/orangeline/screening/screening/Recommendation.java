package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.runtime.Actor;

/**
 * A finding that waits for a second officer.
 *
 * @param grounds with their statements, sealed
 * @param evidence references, never the evidence
 * @param by id of the officer
 * @param capturedBy id of who made it on a tablet, when that was said
 */
public record Recommendation(
        UUID id,
        Finding finding,
        List<Ground> grounds,
        List<String> evidence,
        String by,
        @Nullable String capturedBy,
        Instant at) {

    public Recommendation {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }

    /** Whether a human may be one of those who recommended it. */
    boolean mayBeOf(Actor human) {
        return human.mayBeId(by) || (capturedBy != null && human.mayBeId(capturedBy));
    }
}
