package org.orangeline.events.model;

/** What a birth date rests on, weakest first: the words of {@link NationalityBasis}. */
public enum BirthDateBasis {
    CLAIMED,
    DOCUMENT,
    VERIFIED
}
