package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;

/**
 * A standing placement breaks a rule since a fact changed (rule P14). Open until a human settles
 * it.
 *
 * @param rules ids of the rules that it breaks now
 */
public record PlacementQuestioned(
        UUID personId, UUID placementId, String facilityId, List<String> rules)
        implements PersonPlacementEvent {

    public PlacementQuestioned {
        rules = List.copyOf(rules);
    }
}
