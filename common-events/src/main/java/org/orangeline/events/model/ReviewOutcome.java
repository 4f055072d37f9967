package org.orangeline.events.model;

/** What a review said (rule P10). */
public enum ReviewOutcome {
    CONTINUE,
    RELEASE,
    CHANGE_OF_BASIS
}
