package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A first human says that a question about a placement is settled; a second one has to say so too
 * (rule P14).
 *
 * @param rules ids of the rules that are to be settled
 */
public record SettlementRequested(
        UUID personId,
        UUID placementId,
        String facilityId,
        List<String> rules,
        Confidential<String> reason)
        implements PersonPlacementEvent {

    public SettlementRequested {
        rules = List.copyOf(rules);
    }
}
