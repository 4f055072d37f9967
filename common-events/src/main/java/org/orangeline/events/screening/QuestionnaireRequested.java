package org.orangeline.events.screening;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.model.Question;

/**
 * A human asked that a version of a questionnaire is published; a second human approves it (rule
 * S1). A later request for the same questionnaire takes the place of one that waits.
 *
 * @param requestId what an approval refers to
 * @param questionnaire slug of the operation's choosing
 * @param version from 1
 * @param questions in the order in which they are to be asked
 */
public record QuestionnaireRequested(
        UUID requestId, String questionnaire, int version, List<Question> questions)
        implements ScreeningEvent {

    public QuestionnaireRequested {
        questions = List.copyOf(questions);
    }

    @Override
    public String subject() {
        return questionnaire;
    }
}
