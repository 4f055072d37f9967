package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person died at the reception point.
 *
 * @param diedAt when, as told
 * @param circumstances what is known, sealed on the wire
 */
public record PersonDied(UUID personId, Instant diedAt, Confidential<String> circumstances)
        implements PersonIntakeEvent {}
