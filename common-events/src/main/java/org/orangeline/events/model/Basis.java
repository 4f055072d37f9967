package org.orangeline.events.model;

/** The basis of a placement. */
public enum Basis {
    CRIMINAL_CUSTODY,
    INTERNMENT,
    ACCOMPANYING_FAMILY,
    VOLUNTARY_SHELTER;

    /** Whether a person on this basis is held; the clocks of custody run for those. */
    public boolean isDetention() {
        return this != VOLUNTARY_SHELTER;
    }
}
