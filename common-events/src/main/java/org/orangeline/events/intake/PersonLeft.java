package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person left the reception point and is no longer looked after here.
 *
 * @param leftAt when, as told
 * @param reason why and where to, sealed on the wire
 */
public record PersonLeft(UUID personId, Instant leftAt, Confidential<String> reason)
        implements PersonIntakeEvent {}
