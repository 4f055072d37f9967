package org.orangeline.screening.questionnaire;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Question;

/**
 * What the rules of a new version look at.
 *
 * @param before the version that is asked so far; empty for a first one
 * @param questions of the new one
 */
public record Publication(Optional<Questionnaire> before, List<Question> questions) {

    public Publication {
        questions = List.copyOf(questions);
    }
}
