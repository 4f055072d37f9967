package org.orangeline.events.model;

/** What an individual screening concluded. */
public enum Finding {
    CIVILIAN,
    FAMILY_MEMBER,
    FIGHTER,
    CHILD_ASSOCIATED,
    UNDETERMINED
}
