package org.orangeline.screening.knowledge;

import java.time.Instant;

/**
 * That a person went.
 *
 * @param at when, as told; of who left and then died, when the person left
 */
public record Gone(Whereabouts where, Instant at) {}
