package org.orangeline.events.model;

/** Where somebody goes who leaves the register's care. */
public enum DepartureKind {
    /** On their own, where they want. */
    OWN_WAY,
    /** With relatives, or with who cares for the person. */
    WITH_FAMILY,
    /** To somebody who treats or shelters people and holds nobody. */
    TO_CARE,
    /** Taken by an authority or armed force that asked nobody: a fact, which no officer decides. */
    TAKEN_AWAY,
    /**
     * Given to another authority or state. No event of a departure or release carries it: only a
     * hand-over with its assessment does that (rule P9).
     */
    HANDED_OVER
}
