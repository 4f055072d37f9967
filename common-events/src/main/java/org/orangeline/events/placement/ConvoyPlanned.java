package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;

/**
 * People are to travel together to a facility.
 *
 * @param convoyId the convoy: the subject and the record's key
 * @param facilityId where to
 * @param personIds who is to travel; each has an order for, or a transfer to, that facility
 */
public record ConvoyPlanned(UUID convoyId, String facilityId, List<UUID> personIds)
        implements PlacementEvent {
    public ConvoyPlanned {
        personIds = List.copyOf(personIds);
    }

    @Override
    public String subject() {
        return convoyId.toString();
    }
}
