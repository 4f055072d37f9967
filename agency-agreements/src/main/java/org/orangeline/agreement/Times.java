package org.orangeline.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How exactly an agency is told when something happened. */
public enum Times {
    /** As recorded; only where the agreement says so. */
    EXACT,
    /** The full hour before it, UTC. */
    HOUR,
    /** The midnight before it, UTC. */
    DAY;

    /** The time as the agency sees it: cut off, never rounded, so that nothing lies ahead. */
    public Instant seen(Instant time) {
        return switch (this) {
            case EXACT -> time;
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
        };
    }
}
