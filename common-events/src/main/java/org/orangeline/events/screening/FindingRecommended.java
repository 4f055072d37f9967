package org.orangeline.events.screening;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;

/**
 * A screening officer recommended a finding.
 *
 * @param recommendationId what a conclusion or return refers to
 * @param evidence references to evidence, never the evidence
 * @param recommendedBy the officer
 */
public record FindingRecommended(
        UUID personId,
        UUID recommendationId,
        Finding finding,
        List<Ground> grounds,
        List<String> evidence,
        String recommendedBy)
        implements PersonScreeningEvent {

    public FindingRecommended {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }
}
