package org.orangeline.events.placement;

import java.time.Instant;
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
 * @param at since when the person is to be free, of P13, as told; null for when it was recorded
 */
public record PlacementQuestioned(
        UUID personId,
        UUID placementId,
        String facilityId,
        List<String> rules,
        @Nullable UUID mergeId,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    public PlacementQuestioned {
        rules = List.copyOf(rules);
    }

    /** The same, of somebody who is to be free since then. */
    public PlacementQuestioned since(@Nullable Instant told) {
        return new PlacementQuestioned(personId, placementId, facilityId, rules, mergeId, told);
    }

    /** One that counts from when it was recorded. */
    public PlacementQuestioned(
            UUID personId,
            UUID placementId,
            String facilityId,
            List<String> rules,
            @Nullable UUID mergeId) {
        this(personId, placementId, facilityId, rules, mergeId, null);
    }
}
