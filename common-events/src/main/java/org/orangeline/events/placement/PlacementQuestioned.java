package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A standing placement breaks a rule since a fact changed (rule P14). Open until a human settles
 * it.
 *
 * @param rules ids of the rules that it breaks now
 * @param mergeId the merge that made it break them; null for any other cause. What is undone is no
 *     question any longer
 */
public record PlacementQuestioned(
        UUID personId,
        UUID placementId,
        String facilityId,
        List<String> rules,
        @Nullable UUID mergeId)
        implements PersonPlacementEvent {

    public PlacementQuestioned {
        rules = List.copyOf(rules);
    }
}
