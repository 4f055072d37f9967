package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;

/**
 * A rule that no signature lifts is kept again: its question about the placement is closed (rule
 * P14).
 *
 * @param rules ids of the rules that are kept again
 */
public record RuleKeptAgain(UUID personId, UUID placementId, String facilityId, List<String> rules)
        implements PersonPlacementEvent {

    public RuleKeptAgain {
        rules = List.copyOf(rules);
    }
}
