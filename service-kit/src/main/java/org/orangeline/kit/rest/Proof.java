package org.orangeline.kit.rest;

import java.util.Locale;

/** What lets a caller in. Everything but an officer's token is good for very few calls. */
public enum Proof {
    /** A bearer token with one of the call's roles. */
    OFFICER_TOKEN,
    /** The code that a human gave for one tablet; the decider checks it. */
    ENROLMENT_CODE,
    /** What a tablet signed with its own key; the call checks it. */
    DEVICE_ASSERTION,
    /** The call tells nothing about anything and changes nothing. */
    NOTHING;

    /** As the OpenAPI document and the log name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
