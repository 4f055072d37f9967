package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.screening.ScreeningOpened;

/**
 * How a screening was begun.
 *
 * @param questionnaire id; the answers belong to this version of it
 * @param language BCP 47 tag; {@code und} where nobody said
 * @param interpreter code
 * @param answered how often answers were recorded; they stand sealed in the log
 */
public record Opening(
        UUID screeningId,
        String questionnaire,
        int version,
        String language,
        @Nullable String interpreter,
        int answered,
        Instant at) {

    static Opening of(ScreeningOpened event, Instant at) {
        return new Opening(
                event.screeningId(),
                event.questionnaire(),
                event.version(),
                event.language(),
                event.interpreter(),
                0,
                at);
    }

    Opening answeredOnceMore() {
        return new Opening(
                screeningId, questionnaire, version, language, interpreter, answered + 1, at);
    }
}
