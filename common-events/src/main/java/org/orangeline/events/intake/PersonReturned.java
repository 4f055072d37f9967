package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person who had left, or was released, or escaped, is at a reception point again: waits in a
 * line again, in a custody of its own.
 *
 * @param returnedAt when, as told
 * @param receptionPoint where
 * @param reason what is known, sealed on the wire
 */
public record PersonReturned(
        UUID personId, Instant returnedAt, String receptionPoint, Confidential<String> reason)
        implements PersonIntakeEvent {}
