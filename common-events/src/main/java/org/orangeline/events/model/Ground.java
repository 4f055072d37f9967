package org.orangeline.events.model;

import org.orangeline.events.Confidential;

/**
 * A ground with what was stated for it.
 *
 * @param statement free text, sealed on the wire
 */
public record Ground(GroundCode code, Confidential<String> statement) {}
