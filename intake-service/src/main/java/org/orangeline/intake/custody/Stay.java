package org.orangeline.intake.custody;

import java.time.Instant;

/**
 * A person's last news from the places.
 *
 * @param since when it was recorded
 */
public record Stay(State state, Instant since) {

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
