package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told last of a person by one placement.
 *
 * @param since when it was recorded
 * @param facilityId where; null for who is in no place
 * @param placementId which; null when nobody withdraws it
 * @param earlier what other placements told last, the latest first; counts if this was not so
 */
public record Stay(
        State state,
        Instant since,
        @Nullable String facilityId,
        @Nullable UUID placementId,
        @Nullable Stay earlier) {

    /** Of no placement that is told. */
    public Stay(State state, Instant since) {
        this(state, since, null, null, null);
    }

    /** The same after what was told before, of other placements. */
    Stay after(@Nullable Stay before) {
        return new Stay(
                state,
                since,
                facilityId,
                placementId,
                before == null || placementId == null ? before : before.without(placementId));
    }

    /** What is left when that placement tells nothing. */
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
