package org.orangeline.events.model;

/** What a facility is. */
public enum FacilityKind {
    CAMP,
    PRISON,
    HOSPITAL,
    CHILD_CENTRE,
    TRANSIT
}
