package org.orangeline.events.model;

/** A part of a person's details that is corrected as a whole. */
public enum PersonField {
    SEX,
    AGE,
    NATIONALITIES,
    NEEDS,
    FAMILY,
    IDENTITY
}
