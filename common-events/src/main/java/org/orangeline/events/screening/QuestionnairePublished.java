package org.orangeline.events.screening;

import java.util.List;
import org.orangeline.events.model.Question;

/**
 * A version of a questionnaire, as data. A version that was published never changes; another
 * wording is another version.
 *
 * @param questionnaire slug of the operation's choosing
 * @param version from 1
 * @param questions in the order in which they are asked
 */
public record QuestionnairePublished(String questionnaire, int version, List<Question> questions)
        implements ScreeningEvent {

    public QuestionnairePublished {
        questions = List.copyOf(questions);
    }

    @Override
    public String subject() {
        return questionnaire;
    }
}
