package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A convoy arrived, signed by who received it.
 *
 * @param convoyId the convoy: the subject and the record's key
 * @param facilityId where
 * @param arrived who arrived
 * @param missing who left with it and did not arrive
 * @param escort code of who handed the people over, never a name
 * @param at when it happened, as told; null for when it was recorded
 */
public record ConvoyArrived(
        UUID convoyId,
        String facilityId,
        List<UUID> arrived,
        List<UUID> missing,
        String escort,
        @Nullable Instant at)
        implements PlacementEvent {

    public ConvoyArrived {
        arrived = List.copyOf(arrived);
        missing = List.copyOf(missing);
    }

    @Override
    public String subject() {
        return convoyId.toString();
    }

    /** One that was recorded when it happened. */
    public ConvoyArrived(
            UUID convoyId,
            String facilityId,
            List<UUID> arrived,
            List<UUID> missing,
            String escort) {
        this(convoyId, facilityId, arrived, missing, escort, null);
    }
}
