package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ScreeningOpened;
import org.pcollections.TreePSet;

/**
 * How a screening was begun.
 *
 * @param questionnaire id; the answers belong to this version of it
 * @param language BCP 47 tag; {@code und} where nobody said
 * @param interpreter code
 * @param answered how often answers were recorded; they stand sealed in the log
 * @param settled ids of the questions that were answered, or for which it is recorded why not
 */
public record Opening(
        UUID screeningId,
        String questionnaire,
        int version,
        String language,
        @Nullable String interpreter,
        int answered,
        TreePSet<String> settled,
        Instant at) {

    static Opening of(ScreeningOpened event, Instant at) {
        return new Opening(
                event.screeningId(),
                event.questionnaire(),
                event.version(),
                event.language(),
                event.interpreter(),
                0,
                TreePSet.empty(),
                at);
    }

    Opening answered(AnswersRecorded event) {
        TreePSet<String> more = settled;
        if (event.answered() != null) {
            more = more.plusAll(event.answered());
        }
        if (event.notAnswered() != null) {
            more = more.plusAll(event.notAnswered().stream().map(NotAnswered::question).toList());
        }
        return new Opening(
                screeningId, questionnaire, version, language, interpreter, answered + 1, more, at);
    }
}
