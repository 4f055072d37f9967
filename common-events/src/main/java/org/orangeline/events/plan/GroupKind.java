package org.orangeline.events.plan;

/** Who waits in a group; rule L2 keeps children out of those for men. */
public enum GroupKind {
    MEN,
    WOMEN_AND_CHILDREN,
    UNDETERMINED
}
