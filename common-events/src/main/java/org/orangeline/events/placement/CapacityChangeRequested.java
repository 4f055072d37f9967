package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * Somebody asked for other places in a facility; a second person approves it.
 *
 * @param changeId what an approval refers to
 * @param section the section; missing for the facility as a whole
 * @param working places that orders may fill (rule P1), before the blocked ones are taken off
 * @param certified places that the authority has certified; never below the working ones
 * @param blocked places out of use
 */
public record CapacityChangeRequested(
        String facilityId,
        UUID changeId,
        @Nullable String section,
        int working,
        int certified,
        int blocked,
        Confidential<String> reason)
        implements PlacementEvent {
    @Override
    public String subject() {
        return facilityId;
    }
}
