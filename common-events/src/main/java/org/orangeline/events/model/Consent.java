package org.orangeline.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Consent to the place and the basis of the event that carries it.
 *
 * @param recordedAt when it was given
 * @param language the language it was asked in, BCP 47
 * @param givenBy who gave it; null for the person
 * @param takenBy code, never a name, of who took the consent; null when they recorded it as well
 */
public record Consent(
        Instant recordedAt,
        String language,
        @Nullable ConsentGiver givenBy,
        @Nullable String takenBy) {

    /** Given by the person, to whoever recorded it. */
    public Consent(Instant recordedAt, String language) {
        this(recordedAt, language, null, null);
    }
}
