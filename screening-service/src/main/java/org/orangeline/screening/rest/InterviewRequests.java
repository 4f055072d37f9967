package org.orangeline.screening.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Says;
import org.orangeline.screening.questionnaire.AnswersFit;

/** What the calls of an interview take. */
final class InterviewRequests {

    static final String SLUG = PathId.SLUG;
    static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}";

    private InterviewRequests() {}

    /**
     * @param clinician code, never a name
     * @param note what to mind; sealed
     * @param at when the clinician said so, and the clearance runs from; now when it is left out
     */
    @Schema(name = "Clearance")
    public record ClearanceRequest(
            @NotNull @Pattern(regexp = SLUG, message = "must be a code") String clinician,
            @Nullable @Says(max = 2000) String note,
            @Nullable Instant at) {

        @Nullable Confidential<String> sealedNote() {
            return note == null ? null : Confidential.of(note);
        }

        @Override
        public String toString() {
            return "ClearanceRequest[…]";
        }
    }

    /**
     * @param language BCP 47 tag of the language that is spoken
     * @param questionnaire its latest version is asked; individual-screening when nothing is said
     * @param interpreter code, never a name
     * @param at when it began; now when it is left out
     */
    @Schema(name = "Opening")
    public record OpeningRequest(
            @NotNull @Pattern(regexp = LANGUAGE, message = "must be a BCP 47 tag") String language,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String questionnaire,
            @Nullable @Pattern(regexp = SLUG, message = "must be a code") String interpreter,
            @Nullable Instant at) {}

    /**
     * Answers to questions of the version that is asked; at least one entry of either list.
     *
     * @param notAnswered questions that were asked and have no answer
     * @param at when the person answered; now when it is left out
     */
    @Schema(name = "Answers")
    public record AnswersRequest(
            @Nullable @Size(max = 200) List<@NotNull @Valid AnswerEntry> answers,
            @Nullable @Size(max = 200) List<@NotNull @Valid NotAnsweredEntry> notAnswered,
            @Nullable Instant at) {

        Answers list() {
            return new Answers(
                    answers == null
                            ? List.of()
                            : answers.stream()
                                    .map(answer -> new Answer(answer.question(), answer.value()))
                                    .toList());
        }

        List<NotAnswered> without() {
            return notAnswered == null
                    ? List.of()
                    : notAnswered.stream()
                            .map(entry -> new NotAnswered(entry.question(), entry.reason()))
                            .toList();
        }

        @Override
        public String toString() {
            return "AnswersRequest[…]";
        }
    }

    /**
     * @param reason whether the person declined, or was unable to answer
     */
    @Schema(name = "NotAnswered")
    public record NotAnsweredEntry(
            @NotNull @Says(max = 64, oneLine = true) String question,
            @NotNull NotAnswered.Reason reason) {}

    /**
     * @param value free text, a choice, YES or NO, an ISO date or a number, by the question's kind
     */
    @Schema(name = "Answer")
    public record AnswerEntry(
            @NotNull @Says(max = 64, oneLine = true) String question,
            @NotNull @Says(max = AnswersFit.LONGEST) String value) {

        @Override
        public String toString() {
            return "AnswerEntry[…]";
        }
    }
}
