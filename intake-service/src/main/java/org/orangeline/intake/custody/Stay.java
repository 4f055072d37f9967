package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last news of a person from one placement.
 *
 * @param since when it was recorded
 * @param facilityId where; null for who is in no place
 * @param placementId that placement; null when nothing of it is withdrawn
 * @param earlier the last news from other placements, latest first; it counts if this was not so
 */
public record Stay(
        State state,
        Instant since,
        @Nullable String facilityId,
        @Nullable UUID placementId,
        @Nullable Stay earlier) {

    /** News that names no placement. */
    public Stay(State state, Instant since) {
        this(state, since, null, null, null);
    }

    /** The same, on top of the earlier news from other placements. */
    Stay after(@Nullable Stay before) {
        return new Stay(
                state,
                since,
                facilityId,
                placementId,
                before == null || placementId == null ? before : before.without(placementId));
    }

    /** The news without that of one placement. */
    @Nullable Stay without(UUID placement) {
        if (placement.equals(placementId)) {
            return earlier;
        }
        Stay rest = earlier == null ? null : earlier.without(placement);
        return rest == earlier ? this : new Stay(state, since, facilityId, placementId, rest);
    }

    /** Where the person is. */
    public enum State {
        /** Detained or sheltered. */
        INSIDE,
        RELEASED,
        ESCAPED,
        HANDED_OVER,
        DIED;

        /** Whether nobody in this operation can reach the person any more. */
        public boolean isAway() {
            return this == ESCAPED || this == HANDED_OVER || this == DIED;
        }
    }
}
