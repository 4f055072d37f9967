package org.orangeline.events.model;

import java.time.LocalDate;

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

    /**
     * The least difference in years between a parent and a child. Mothers of twelve are on record,
     * and of eleven hardly any.
     */
    public static final int PARENT_IS_OLDER_BY = 12;

    /**
     * Whether the ages make it possible that somebody in this role cares for a child; ranges are
     * given the benefit of the doubt.
     */
    public boolean isPlausible(Age carer, Age child, LocalDate on) {
        long most = carer.atMost(on) - child.atLeast(on);
        return this == PARENT ? most >= PARENT_IS_OLDER_BY : most > 0;
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
