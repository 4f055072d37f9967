package org.orangeline.intake.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's last news from the places.
 *
 * @param since when it was recorded
 * @param facilityId where; null for who is in no place
 */
public record Stay(State state, Instant since, @Nullable String facilityId) {

    /** One of which no facility is told. */
    public Stay(State state, Instant since) {
        this(state, since, null);
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
