package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.screening.InterviewDecider;
import org.orangeline.screening.screening.Opening;

/** What a person answered, read from the log: no view holds it. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class AnswerResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Reads reads;
    private final Csv csv;

    AnswerResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Reads reads,
            Csv csv) {
        this.engine = engine;
        this.reads = reads;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/persons/{id}/answers")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.SCREENING_OFFICER, Role.APPROVER, Role.REVIEWER, Role.AUDITOR})
    @Operation(
            summary = "What a person answered",
            description =
                    "In order, each with the version that was asked; and which required questions of"
                            + " the open screening have no answer.")
    @APIResponse(
            responseCode = "200",
            description = "The answers",
            content = @Content(schema = @Schema(implementation = AnswersView.class)))
    public Response answers(@PathParam("op") String operation, @PathParam("id") String id) {
        UUID personId = PathId.uuid("id", id);
        View<ScreeningState, Knowledge> view = reads.view(engine, operation, personId.toString());
        if (view.known().person(operation, personId).isEmpty()) {
            throw ProblemException.notFound("There is no such person.");
        }
        List<GivenView> given = given(operation, personId.toString());
        Opening opening = view.own().screening(operation, personId).opening();
        if (csv.isAsked()) {
            return csv.of(
                    view, "answers", AnswerRow.class, () -> given.stream().flatMap(AnswerRow::of));
        }
        return Reads.ok(
                view,
                new AnswersView(
                        personId,
                        opening == null ? null : opening.screeningId(),
                        given,
                        opening == null
                                ? List.of()
                                : InterviewDecider.missing(operation, opening, view.own())));
    }

    private List<GivenView> given(String operation, String person) {
        Instant until = reads.asOf().orElse(Instant.MAX);
        try {
            List<GivenView> given = new ArrayList<>();
            for (Recorded<DomainEvent> recorded : engine.history(operation, person).join()) {
                if (recorded.event() instanceof AnswersRecorded answers
                        && !recorded.envelope().time().isAfter(until)) {
                    given.add(
                            GivenView.of(
                                    answers,
                                    recorded,
                                    Confidentials.open(
                                            answers.answers(), Answers.class, engine.keys())));
                }
            }
            return given;
        } catch (CompletionException e) {
            throw ProblemException.unavailable("The log cannot be read now.");
        }
    }

    /**
     * @param open id of the open screening; null when there is none
     * @param missing required questions of the open screening without an answer or a reason
     */
    @Schema(name = "PersonAnswers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswersView(
            UUID personId, @Nullable UUID open, List<GivenView> given, List<String> missing) {}

    /**
     * Answers that were recorded together.
     *
     * @param erased whether the key is gone, and the answers with it
     * @param notAnswered questions without an answer, and why
     */
    @Schema(name = "GivenAnswers")
    public record GivenView(
            UUID screeningId,
            String questionnaire,
            int version,
            Instant recordedAt,
            String recordedBy,
            boolean erased,
            List<AnswerView> answers,
            List<NotAnswered> notAnswered) {

        static GivenView of(
                AnswersRecorded event, Recorded<?> recorded, Optional<Answers> answers) {
            return new GivenView(
                    event.screeningId(),
                    event.questionnaire(),
                    event.version(),
                    recorded.envelope().time(),
                    recorded.envelope().actor(),
                    answers.isEmpty(),
                    answers.map(Answers::answers).orElse(List.of()).stream()
                            .map(AnswerView::of)
                            .toList(),
                    event.notAnswered() == null ? List.of() : event.notAnswered());
        }
    }

    /** One answer; it never prints. */
    @Schema(name = "GivenAnswer")
    public record AnswerView(String question, String value) {

        static AnswerView of(Answer answer) {
            return new AnswerView(answer.question(), answer.value());
        }

        @Override
        public String toString() {
            return "AnswerView[…]";
        }
    }

    /**
     * One answer in a table, or that there is none and why; it never prints.
     *
     * @param value null where there is none
     * @param notAnswered why there is none
     */
    record AnswerRow(
            UUID screeningId,
            String questionnaire,
            int version,
            Instant recordedAt,
            String recordedBy,
            String question,
            @Nullable String value,
            NotAnswered.@Nullable Reason notAnswered) {

        static Stream<AnswerRow> of(GivenView given) {
            return Stream.concat(
                    given.answers().stream()
                            .map(answer -> row(given, answer.question(), answer.value(), null)),
                    given.notAnswered().stream()
                            .map(none -> row(given, none.question(), null, none.reason())));
        }

        private static AnswerRow row(
                GivenView given,
                String question,
                @Nullable String value,
                NotAnswered.@Nullable Reason reason) {
            return new AnswerRow(
                    given.screeningId(),
                    given.questionnaire(),
                    given.version(),
                    given.recordedAt(),
                    given.recordedBy(),
                    question,
                    value,
                    reason);
        }

        @Override
        public String toString() {
            return "AnswerRow[…]";
        }
    }
}
