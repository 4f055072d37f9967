package org.orangeline.screening.questionnaire;

import java.util.List;
import org.orangeline.events.model.Question;

/**
 * What the rules of a version look at.
 *
 * @param bounds what it requires no less than: the version before, and what the operation asks when
 *     nobody says otherwise, so that another id is no way around
 * @param questions of the version
 */
public record Publication(List<Questionnaire> bounds, List<Question> questions) {

    public Publication {
        bounds = List.copyOf(bounds);
        questions = List.copyOf(questions);
    }
}
