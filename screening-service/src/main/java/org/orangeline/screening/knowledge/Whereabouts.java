package org.orangeline.screening.knowledge;

/** Where a person is who has left the lines. Nobody comes back to them. */
public enum Whereabouts {
    DETAINED,
    SHELTERED,
    RELEASED,
    /** The reception point, by intake's record. */
    LEFT,
    DIED
}
