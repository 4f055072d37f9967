package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second person approved other places in a facility (rule P1). What is over them is questioned,
 * nobody is moved.
 *
 * @param changeId what an approval refers to
 * @param section the section; missing for the facility as a whole
 * @param working places that orders may fill (rule P1), before the blocked ones are taken off
 * @param certified places that the authority has certified; never below the working ones
 * @param blocked places out of use
 * @param requestedBy who asked for it. A subject id, never a name
 */
public record CapacityChanged(
        String facilityId,
        UUID changeId,
        @Nullable String section,
        int working,
        int certified,
        int blocked,
        String requestedBy)
        implements PlacementEvent {
    @Override
    public String subject() {
        return facilityId;
    }
}
