package org.orangeline.events.screening;

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
 */
public record ScreeningOpened(
        UUID personId,
        UUID screeningId,
        String questionnaire,
        int version,
        String language,
        @Nullable String interpreter)
        implements PersonScreeningEvent {}
