package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person was told why (rule P11).
 *
 * @param language the language, BCP 47
 * @param interpreter code of who interpreted, never a name; missing when nobody had to
 * @param sharedLanguage whether who told them and the person share the language; missing where it
 *     was not asked
 * @param at when it happened, as told; null for when it was recorded
 */
public record ReasonsTold(
        UUID personId,
        UUID placementId,
        String facilityId,
        String language,
        @Nullable String interpreter,
        @Nullable Boolean sharedLanguage,
        @Nullable Instant at)
        implements PersonPlacementEvent {

    /** One that was recorded when it happened. */
    public ReasonsTold(
            UUID personId,
            UUID placementId,
            String facilityId,
            String language,
            @Nullable String interpreter,
            @Nullable Boolean sharedLanguage) {
        this(personId, placementId, facilityId, language, interpreter, sharedLanguage, null);
    }
}
