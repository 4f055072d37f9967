package org.orangeline.screening.questionnaire;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.QuestionnaireRequested;

/**
 * A version that waits for a second human (S1).
 *
 * @param asked the version as it would be published
 */
public record QuestionnaireRequest(
        UUID requestId, Questionnaire asked, String requestedBy, Instant requestedAt) {

    public static QuestionnaireRequest of(QuestionnaireRequested event, Envelope at) {
        return new QuestionnaireRequest(
                event.requestId(),
                new Questionnaire(event.questionnaire(), event.version(), event.questions(), null),
                at.actor(),
                at.time());
    }
}
