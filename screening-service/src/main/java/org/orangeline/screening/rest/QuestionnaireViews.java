package org.orangeline.screening.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.model.Wording;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.kit.rest.Says;
import org.orangeline.screening.questionnaire.Questionnaire;
import org.orangeline.screening.questionnaire.QuestionnaireRequest;

/** What the calls about questionnaires take and answer. */
final class QuestionnaireViews {

    private QuestionnaireViews() {}

    /** A version of a questionnaire. */
    @Schema(name = "QuestionnaireVersion")
    public record PublishRequest(
            @NotEmpty @Size(max = 200) List<@NotNull @Valid QuestionEntry> questions) {

        List<Question> list() {
            return questions.stream().map(QuestionEntry::question).toList();
        }
    }

    /**
     * @param text how it is asked, by BCP 47 tag of the language
     * @param choices codes, for the kind CHOICE only
     */
    @Schema(name = "Question")
    public record QuestionEntry(
            @NotNull @Pattern(regexp = InterviewRequests.SLUG, message = "must be a slug")
                    String id,
            @NotEmpty @Size(max = 50)
                    Map<
                                    @NotNull
                                    @Pattern(
                                            regexp = InterviewRequests.LANGUAGE,
                                            message = "must be named by a BCP 47 tag")
                                    String,
                                    @NotNull @Says(max = 1000) String>
                            text,
            @NotNull QuestionKind kind,
            @Nullable @Size(max = 100)
                    List<
                                    @NotNull
                                    @Pattern(
                                            regexp = "[A-Z][A-Z0-9_]{0,63}",
                                            message = "must be a code in capitals")
                                    String>
                            choices,
            @Nullable Boolean required) {

        Question question() {
            return new Question(
                    id,
                    new TreeMap<>(text)
                            .entrySet().stream()
                                    .map(one ->
                                            new Wording(
                                                    Questionnaire.language(one.getKey()),
                                                    one.getValue()))
                                    .toList(),
                    kind,
                    choices == null ? List.of() : choices,
                    required != null && required);
        }

        static QuestionEntry of(Question question) {
            Map<String, String> text = new TreeMap<>();
            question.text().forEach(one -> text.put(one.language(), one.text()));
            return new QuestionEntry(
                    question.id(), text, question.kind(), question.choices(), question.required());
        }
    }

    /** A version with its questions, in the order in which they are asked. */
    @Schema(name = "Questionnaire")
    public record QuestionnaireView(
            String questionnaire, int version, List<QuestionEntry> questions) {

        static QuestionnaireView of(Questionnaire one) {
            return new QuestionnaireView(
                    one.id(),
                    one.version(),
                    one.questions().stream().map(QuestionEntry::of).toList());
        }
    }

    /**
     * @param status always {@code waits for a second human}
     */
    @Schema(name = "QuestionnaireRequested")
    public record RequestedView(
            UUID requestId, String questionnaire, int version, String status, Instant recordedAt) {

        static RequestedView of(Recorded<QuestionnaireRequested> recorded) {
            QuestionnaireRequested event = recorded.event();
            return new RequestedView(
                    event.requestId(),
                    event.questionnaire(),
                    event.version(),
                    "waits for a second human",
                    recorded.envelope().time());
        }
    }

    /** A version that waits for a second human, with its questions. */
    @Schema(name = "QuestionnaireRequest")
    public record WaitingView(
            UUID requestId,
            String questionnaire,
            int version,
            List<QuestionEntry> questions,
            String requestedBy,
            Instant requestedAt) {

        static WaitingView of(QuestionnaireRequest request) {
            QuestionnaireView asked = QuestionnaireView.of(request.asked());
            return new WaitingView(
                    request.requestId(),
                    asked.questionnaire(),
                    asked.version(),
                    asked.questions(),
                    request.requestedBy(),
                    request.requestedAt());
        }
    }

    /**
     * @param languages in which every question is asked
     */
    @Schema(name = "QuestionnaireEntry")
    public record EntryView(
            String questionnaire, int version, int questions, List<String> languages) {

        static EntryView of(Questionnaire one) {
            return new EntryView(
                    one.id(),
                    one.version(),
                    one.questions().size(),
                    one.questions().getFirst().text().stream()
                            .map(Wording::language)
                            .filter(language ->
                                    one.questions().stream()
                                            .allMatch(question ->
                                                    question.text().stream()
                                                            .anyMatch(text ->
                                                                    text.language()
                                                                            .equals(language))))
                            .sorted()
                            .toList());
        }
    }
}
