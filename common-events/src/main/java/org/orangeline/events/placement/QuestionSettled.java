package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human settled what was questioned about a placement (rule P14).
 *
 * @param rules ids of the rules that are settled
 */
public record QuestionSettled(
        UUID personId,
        UUID placementId,
        String facilityId,
        List<String> rules,
        Confidential<String> reason)
        implements PersonPlacementEvent {
    public QuestionSettled {
        rules = List.copyOf(rules);
    }
}
