package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;

/**
 * A question about a placement was not closed in time (rule P14). Reported once.
 *
 * @param rule id of the rule that is broken
 * @param startedBy id of the event that raised the question
 * @param due until when
 */
public record QuestionOverdue(
        UUID personId,
        UUID placementId,
        String facilityId,
        String rule,
        String startedBy,
        Instant due)
        implements PersonPlacementEvent {}
