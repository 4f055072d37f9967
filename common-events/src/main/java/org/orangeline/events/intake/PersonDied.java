package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person died at the reception point, or was dead on arrival.
 *
 * @param diedAt when, as told
 * @param circumstances what is known, sealed on the wire
 * @param broughtDead true for who was dead on arrival; null otherwise
 */
public record PersonDied(
        UUID personId,
        Instant diedAt,
        Confidential<String> circumstances,
        @Nullable Boolean broughtDead)
        implements PersonIntakeEvent {

    /** Who died at the reception point. */
    public PersonDied(UUID personId, Instant diedAt, Confidential<String> circumstances) {
        this(personId, diedAt, circumstances, null);
    }
}
