package org.orangeline.screening.questionnaire;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Question;
import org.orangeline.events.screening.QuestionnairePublished;

/** One version of a questionnaire; it never changes. */
public record Questionnaire(String id, int version, List<Question> questions) {

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    public static Questionnaire of(QuestionnairePublished event) {
        return new Questionnaire(event.questionnaire(), event.version(), event.questions());
    }

    public Optional<Question> question(String questionId) {
        return questions.stream().filter(one -> one.id().equals(questionId)).findFirst();
    }
}
