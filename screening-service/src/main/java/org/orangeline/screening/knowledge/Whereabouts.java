package org.orangeline.screening.knowledge;

import org.orangeline.events.model.Basis;

/**
 * Where a person is who has left the lines. Who was taken in again is DETAINED; somebody comes back
 * to a line only when what was recorded was not so (rule P18).
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

    /** Inside, on that basis. */
    static Whereabouts on(Basis basis) {
        return basis.isDetention() ? DETAINED : SHELTERED;
    }

    /** Inside or dead: then the person is in no line, whatever other registrations say. */
    boolean endsEveryStay() {
        return isReachable() || this == DIED;
    }

    /** Whether officers can still question somebody there. */
    public boolean isReachable() {
        return this == DETAINED || this == SHELTERED;
    }
}
