package org.orangeline.events;

/** What a sealed field tells, and so who may read it; the roles are listed in docs/security.md. */
public enum TextClass {
    /** How the work went: why somebody was moved to another line, a note on belongings. */
    OPERATIONAL,
    /** Why somebody is held or free: grounds, reviews, appeals, releases. */
    LEGAL,
    /** What endangers somebody when it is known: persecutors, enemies, how somebody died. */
    PROTECTION,
    /** Sensitive needs: what somebody survived. Others are not shown that there is anything. */
    SENSITIVE,
    /** What a clinician says. */
    MEDICAL,
    /** What a person answered when screened. */
    ANSWERS,
    /** Who somebody is. */
    IDENTITY
}
