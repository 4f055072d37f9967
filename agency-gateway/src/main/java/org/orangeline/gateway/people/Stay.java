package org.orangeline.gateway.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;

/**
 * Where a person is placed, or ordered to.
 *
 * @param basis null where it was not said, as of a birth
 * @param inside since when the person is there; null before the admission
 * @param headedTo where a transfer leads
 */
public record Stay(
        UUID placementId,
        String facilityId,
        @Nullable Basis basis,
        @Nullable Instant inside,
        @Nullable String headedTo) {

    Stay headedTo(@Nullable String facility) {
        return new Stay(placementId, facilityId, basis, inside, facility);
    }

    Stay movedTo(String facility) {
        return new Stay(placementId, facility, basis, inside, null);
    }

    /** The same stay, on another basis. */
    Stay on(Basis other) {
        return new Stay(placementId, facilityId, other, inside, headedTo);
    }
}
