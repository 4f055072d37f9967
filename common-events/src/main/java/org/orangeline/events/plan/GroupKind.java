package org.orangeline.events.plan;

/**
 * Who waits in a group; rule L2 keeps children out of those for men. {@code FAMILY}: a man who is
 * alone with children in his care, and those children.
 */
public enum GroupKind {
    MEN,
    WOMEN_AND_CHILDREN,
    FAMILY,
    UNDETERMINED
}
