package org.orangeline.events.model;

/** What a nationality claim rests on, weakest first. */
public enum NationalityBasis {
    CLAIMED,
    DOCUMENT,
    VERIFIED
}
