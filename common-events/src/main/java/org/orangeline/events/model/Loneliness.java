package org.orangeline.events.model;

/** How a child is without somebody who cares for it. */
public enum Loneliness {
    /** No relative is known here. */
    UNACCOMPANIED,
    /** There are relatives, but neither parent nor guardian among them. */
    SEPARATED
}
