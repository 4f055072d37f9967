package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * Two humans settled what was questioned about a placement (rule P14).
 *
 * @param rules ids of the rules that are settled
 * @param requestedBy who asked for it first; null in records of before two were needed
 */
public record QuestionSettled(
        UUID personId,
        UUID placementId,
        String facilityId,
        List<String> rules,
        Confidential<String> reason,
        @Nullable String requestedBy)
        implements PersonPlacementEvent {

    public QuestionSettled {
        rules = List.copyOf(rules);
    }

    /** As one human settled it before two were needed. */
    public QuestionSettled(
            UUID personId,
            UUID placementId,
            String facilityId,
            List<String> rules,
            Confidential<String> reason) {
        this(personId, placementId, facilityId, rules, reason, null);
    }
}
