package org.orangeline.screening.questionnaire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Question;
import org.orangeline.events.screening.QuestionnairePublished;

/**
 * One version of a questionnaire; it never changes.
 *
 * @param publishedAt when it was recorded; null for the one that is packed with the software
 */
public record Questionnaire(
        String id, int version, List<Question> questions, @Nullable Instant publishedAt) {

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    public static Questionnaire of(QuestionnairePublished event, @Nullable Instant publishedAt) {
        return new Questionnaire(
                event.questionnaire(), event.version(), event.questions(), publishedAt);
    }

    boolean isPublishedBy(Instant when) {
        return publishedAt == null || !publishedAt.isAfter(when);
    }

    public Optional<Question> question(String questionId) {
        return questions.stream().filter(one -> one.id().equals(questionId)).findFirst();
    }

    /** How a language is called here, by its one BCP 47 tag; what is no tag stays as it is. */
    public static String language(String tag) {
        return Wordings.canonical(tag).orElse(tag);
    }
}
