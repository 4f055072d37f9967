package org.orangeline.intake.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's last news from the places.
 *
 * @param since when it was recorded
 * @param facilityId where; null for who is in no place
 * @param before for who is inside, the news before that, which counts if this was not so
 */
public record Stay(State state, Instant since, @Nullable String facilityId, @Nullable Stay before) {

    /** One of which no facility is told. */
    public Stay(State state, Instant since) {
        this(state, since, null, null);
    }

    /** The same after the last news of another kind. */
    Stay after(@Nullable Stay last) {
        Stay outside = last == null || last.state != State.INSIDE ? last : last.before;
        return new Stay(
                state,
                since,
                facilityId,
                outside == null
                        ? null
                        : new Stay(outside.state, outside.since, outside.facilityId, null));
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
