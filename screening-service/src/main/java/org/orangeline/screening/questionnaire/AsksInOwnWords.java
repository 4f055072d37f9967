package org.orangeline.screening.questionnaire;

import java.util.Optional;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.screening.Policy;

/**
 * S1: a screening of one's own lets the person speak. Every version of every questionnaire requires
 * at least one question that is answered in the person's own words; without it a version could be
 * published under which nobody has to be asked anything.
 */
public final class AsksInOwnWords implements Policy<Publication> {

    @Override
    public String rule() {
        return "S1";
    }

    @Override
    public Optional<String> objection(Publication publication) {
        return publication.questions().stream()
                        .anyMatch(question ->
                                question.required() && question.kind() == QuestionKind.TEXT)
                ? Optional.empty()
                : Optional.of(
                        "A person is asked for their own account: make at least one question of the"
                                + " kind TEXT required.");
    }
}
