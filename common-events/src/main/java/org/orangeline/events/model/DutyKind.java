package org.orangeline.events.model;

/** What the legal profile asks to be done for a person who is held (rules P10 to P12, P17, P19). */
public enum DutyKind {
    REASONS,
    CARD,
    BUREAU_NOTICE,
    REVIEW,
    APPEAL_DECISION,
    RELEASE,
    /** Into where a missing person is, or how a person died (rule P17). */
    INQUIRY
}
