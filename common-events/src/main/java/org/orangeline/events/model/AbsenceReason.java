package org.orangeline.events.model;

/** Why somebody is away from a facility for a time. */
public enum AbsenceReason {
    HOSPITAL,
    COURT,
    WORK,
    FAMILY_VISIT,
    OTHER
}
