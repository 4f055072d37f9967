package org.orangeline.events.model;

/** How an age range was estimated. */
public enum AgeMethod {
    APPEARANCE,
    STATEMENT,
    DOCUMENT,
    MEDICAL
}
