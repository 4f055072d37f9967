package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A convoy left, signed by who sent it off.
 *
 * @param convoyId the convoy: the subject and the record's key
 * @param facilityId where to
 * @param personIds who was on board
 * @param escort code of who took the people over, never a name
 * @param departedAt when it left
 */
public record ConvoyDeparted(
        UUID convoyId, String facilityId, List<UUID> personIds, String escort, Instant departedAt)
        implements PlacementEvent {
    public ConvoyDeparted {
        personIds = List.copyOf(personIds);
    }

    @Override
    public String subject() {
        return convoyId.toString();
    }
}
