package org.orangeline.events.model;

/** Adult, or child; a person whose age is in doubt counts as a child. */
public enum AgeBand {
    CHILD,
    ADULT
}
