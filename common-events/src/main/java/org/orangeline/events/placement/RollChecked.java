package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody counted the people of a facility, or of a section, and compared them with the register.
 * Who is missing is in a {@code PersonMissing} each, of the same command (rule P17).
 *
 * @param section the section; null for the facility as a whole
 * @param expected how many the register expected: who is away for a time, missing already or on the
 *     way with a convoy is not
 * @param counted how many were there
 * @param away how many are away for a time
 * @param missing how many of the expected are missing
 * @param at when, as told; null for when it was recorded
 */
public record RollChecked(
        String facilityId,
        UUID rollCheckId,
        @Nullable String section,
        int expected,
        int counted,
        int away,
        int missing,
        @Nullable Instant at)
        implements PlacementEvent {

    @Override
    public String subject() {
        return facilityId;
    }
}
