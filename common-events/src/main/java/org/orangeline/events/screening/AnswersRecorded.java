package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answers;

/**
 * What a person answered. Later answers to a question stand beside the earlier ones.
 *
 * @param version which version of the questionnaire the answers belong to
 * @param answers sealed on the wire
 */
public record AnswersRecorded(
        UUID personId,
        UUID screeningId,
        String questionnaire,
        int version,
        Confidential<Answers> answers)
        implements PersonScreeningEvent {}
