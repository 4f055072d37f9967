package org.orangeline.events.model;

import java.time.Instant;

/**
 * A person's consent to shelter.
 *
 * @param recordedAt when it was given
 * @param language the language it was asked in, BCP 47
 */
public record Consent(Instant recordedAt, String language) {}
