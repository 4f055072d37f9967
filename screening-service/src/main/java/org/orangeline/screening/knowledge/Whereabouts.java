package org.orangeline.screening.knowledge;

/** Where a person went who left the line. Nobody comes back to it. */
public enum Whereabouts {
    DETAINED,
    SHELTERED,
    RELEASED
}
