package org.orangeline.events.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;

/**
 * A screening officer recommended a finding.
 *
 * @param recommendationId what a conclusion or return refers to
 * @param evidence references to evidence, never the evidence
 * @param recommendedBy the officer
 * @param capturedBy the officer who made it on a shared tablet, where that is said: neither of the
 *     two approves it (rule S3)
 * @param at when the officer recommended it, where that was told; null means when it was recorded
 */
public record FindingRecommended(
        UUID personId,
        UUID recommendationId,
        Finding finding,
        List<Ground> grounds,
        List<String> evidence,
        String recommendedBy,
        @Nullable String capturedBy,
        @Nullable Instant at)
        implements PersonScreeningEvent {

    public FindingRecommended {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }

    /** As an officer recommends for themselves. */
    public FindingRecommended(
            UUID personId,
            UUID recommendationId,
            Finding finding,
            List<Ground> grounds,
            List<String> evidence,
            String recommendedBy) {
        this(personId, recommendationId, finding, grounds, evidence, recommendedBy, null, null);
    }
}
