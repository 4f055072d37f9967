package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer told a person in a guarded line the reasons for custody (rule P11).
 *
 * @param language the language, BCP 47
 * @param interpreter code of who interpreted, never a name; missing when nobody had to
 * @param sharedLanguage whether who told them and the person share the language
 * @param at when it happened, as told; null for when it was recorded
 */
public record LineReasonsTold(
        UUID personId,
        String language,
        @Nullable String interpreter,
        @Nullable Boolean sharedLanguage,
        @Nullable Instant at)
        implements PersonPlacementEvent {}
