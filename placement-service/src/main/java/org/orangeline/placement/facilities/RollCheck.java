package org.orangeline.placement.facilities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.RollChecked;

/**
 * The last roll check of a facility or section.
 *
 * @param expected how many the register expected to be there
 * @param counted how many were there
 * @param away how many are away for a time
 * @param missing how many of the expected are missing
 * @param at when, as told
 * @param checkedBy who counted
 */
public record RollCheck(
        UUID rollCheckId,
        String facilityId,
        @Nullable String section,
        int expected,
        int counted,
        int away,
        int missing,
        Instant at,
        String checkedBy) {

    public static RollCheck of(RollChecked event, Instant recordedAt, String by) {
        return new RollCheck(
                event.rollCheckId(),
                event.facilityId(),
                event.section(),
                event.expected(),
                event.counted(),
                event.away(),
                event.missing(),
                event.at() == null ? recordedAt : event.at(),
                by);
    }
}
