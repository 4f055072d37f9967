package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;

/**
 * A finding that waits for a second officer.
 *
 * @param grounds with their statements, sealed
 * @param evidence references, never the evidence
 * @param by id of the officer
 */
public record Recommendation(
        UUID id,
        Finding finding,
        List<Ground> grounds,
        List<String> evidence,
        String by,
        Instant at) {

    public Recommendation {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }
}
