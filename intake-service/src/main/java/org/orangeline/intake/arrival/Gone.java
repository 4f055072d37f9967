package org.orangeline.intake.arrival;

import java.time.Instant;

/**
 * That a person is no longer at the reception point.
 *
 * @param at when, as told
 */
public record Gone(How how, Instant at) {

    /** How somebody went. */
    public enum How {
        LEFT,
        DIED
    }
}
