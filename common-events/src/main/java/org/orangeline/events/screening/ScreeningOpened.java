package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's own screening began (rule S1).
 *
 * @param screeningId what the answers refer to
 * @param questionnaire id of the questionnaire that is asked
 * @param version which version of it
 * @param language BCP 47 tag of the language it is asked in; {@code und} where nobody said
 * @param interpreter the interpreter's code, never a name
 * @param at when it began, where that was told; null means when it was recorded
 */
public record ScreeningOpened(
        UUID personId,
        UUID screeningId,
        String questionnaire,
        int version,
        String language,
        @Nullable String interpreter,
        @Nullable Instant at)
        implements PersonScreeningEvent {}
