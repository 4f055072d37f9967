package org.orangeline.screening.questionnaire;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.screening.Policy;

/**
 * S1: no version, and no questionnaire under another id, empties the screening. Each requires at
 * least as many questions as the version before and as the one that is asked when nobody says
 * otherwise, and as many in the person's own words: one that is dropped, or made optional, is
 * replaced by another one that is required.
 */
public final class AsksNoLess implements Policy<Publication> {

    @Override
    public String rule() {
        return "S1";
    }

    @Override
    public Optional<String> objection(Publication publication) {
        return publication.bounds().stream()
                .filter(bound -> asksLess(publication.questions(), bound.questions()))
                .findFirst()
                .map(bound ->
                        "Version "
                                + bound.version()
                                + " of "
                                + bound.id()
                                + " requires "
                                + required(bound.questions())
                                + " questions, "
                                + inOwnWords(bound.questions())
                                + " of them of the kind TEXT: require as many. A question that is"
                                + " dropped or made optional is replaced by another required one.");
    }

    private static boolean asksLess(List<Question> now, List<Question> before) {
        return required(now) < required(before) || inOwnWords(now) < inOwnWords(before);
    }

    private static long required(List<Question> questions) {
        return questions.stream().filter(Question::required).count();
    }

    private static long inOwnWords(List<Question> questions) {
        return questions.stream()
                .filter(question -> question.required() && question.kind() == QuestionKind.TEXT)
                .count();
    }
}
