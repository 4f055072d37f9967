package org.orangeline.events.model;

/** A person's role within a family group. */
public enum FamilyRole {
    PARENT,
    GUARDIAN,
    CHILD,
    SPOUSE,
    SIBLING,
    OTHER;

    /** Whether children of the group wait beside a person in this role. */
    public boolean caresForChildren() {
        return this == PARENT || this == GUARDIAN;
    }

    /** What I am to who is this to me: a child to a parent, and to a guardian. */
    public FamilyRole inverse() {
        return switch (this) {
            case PARENT, GUARDIAN -> CHILD;
            case CHILD -> PARENT;
            case SPOUSE, SIBLING, OTHER -> this;
        };
    }
}
