package org.orangeline.screening.knowledge;

/**
 * Where a person is who has left the lines. Nobody comes back to them; who was taken in again is
 * DETAINED.
 */
public enum Whereabouts {
    DETAINED,
    SHELTERED,
    RELEASED,
    ESCAPED,
    HANDED_OVER,
    /** The reception point, by intake's record. */
    LEFT,
    DIED;

    /** Whether officers can still question somebody there. */
    public boolean isReachable() {
        return this == DETAINED || this == SHELTERED;
    }
}
