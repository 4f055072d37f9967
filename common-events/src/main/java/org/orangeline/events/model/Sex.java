package org.orangeline.events.model;

/** Sex as registered. */
public enum Sex {
    MALE,
    FEMALE,
    UNKNOWN
}
