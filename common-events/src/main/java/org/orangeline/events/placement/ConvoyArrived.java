package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;

/**
 * A convoy arrived, signed by who received it.
 *
 * @param convoyId the convoy: the subject and the record's key
 * @param facilityId where
 * @param arrived who arrived
 * @param missing who left with it and did not arrive
 * @param escort code of who handed the people over, never a name
 */
public record ConvoyArrived(
        UUID convoyId, String facilityId, List<UUID> arrived, List<UUID> missing, String escort)
        implements PlacementEvent {
    public ConvoyArrived {
        arrived = List.copyOf(arrived);
        missing = List.copyOf(missing);
    }

    @Override
    public String subject() {
        return convoyId.toString();
    }
}
