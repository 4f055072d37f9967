package org.orangeline.events.model;

/** Who gave consent. */
public enum ConsentGiver {
    /** The person. */
    PERSON,
    /** Who cares for a child; nobody consents for an adult. */
    CARER
}
