package org.orangeline.events.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.NotAnswered;

/**
 * What a person answered. Later answers to a question stand beside the earlier ones.
 *
 * @param version which version of the questionnaire the answers belong to
 * @param answers sealed on the wire
 * @param answered ids of the questions that have an answer here; null where it was not kept, before
 *     it was looked at
 * @param notAnswered questions that the person declined or was unable to answer; null for none
 * @param at when the person answered, where that was told; null means when it was recorded
 */
public record AnswersRecorded(
        UUID personId,
        UUID screeningId,
        String questionnaire,
        int version,
        Confidential<Answers> answers,
        @Nullable List<String> answered,
        @Nullable List<NotAnswered> notAnswered,
        @Nullable Instant at)
        implements PersonScreeningEvent {

    public AnswersRecorded {
        answered = answered == null ? null : List.copyOf(answered);
        notAnswered = notAnswered == null ? null : List.copyOf(notAnswered);
    }
}
