package org.orangeline.agreement;

/** What a field of an event is, as far as an agency is concerned. */
public enum Kind {
    /** A code or a fact, told as it is. */
    PLAIN,
    /** A time, told as exactly as the agreement says. */
    TIME,
    /** An id, told as the agency's own. */
    ID,
    /** A person's id, told as the agency's own, and of another person only when in its rows. */
    PERSON,
    /** A facility's code, public only where the agreement says so. */
    FACILITY,
    /** A line or a group, told only where the agreement says so. */
    GROUP,
    /** The number that a person is called by, told only where the agreement says so. */
    NUMBER,
    /** A need, told unless it is a sensitive one. */
    NEED,
    /** Identity, free text, who works there, devices, evidence: never told to any agency. */
    NEVER
}
