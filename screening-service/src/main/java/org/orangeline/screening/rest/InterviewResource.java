package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.questionnaire.AnswersFit;
import org.orangeline.screening.screening.InterviewDecider;

/** Before and while a person is questioned: cleared, opened, answered. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class InterviewResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Submissions submissions;
    private final Body body;

    InterviewResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Submissions submissions,
            Body body) {
        this.engine = engine;
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/medical-clearance")
    @Access(value = Role.CLINICIAN, humanOnly = true, decides = true)
    @Operation(
            summary = "Record that a clinician allows the questioning",
            description =
                    "Of a person who urgently needs care, by any of several reports (rule S4). It"
                            + " holds for as long as the legal profile says (`clearanceGoodFor`), and"
                            + " until a later correction adds the need again; `ClearanceExpired` says"
                            + " when it has run out. A clearance while another one holds renews it."
                            + " A need that an officer has taken away ends for good by a clearance"
                            + " that is given after that.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation =
                                                    InterviewRequests.ClearanceRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "for half an hour",
                                            value = ScreeningExamples.CLEARANCE)))
    @APIResponse(
            responseCode = "201",
            description = "Cleared",
            content = @Content(schema = @Schema(implementation = Cleared.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Not needed, this clinician's clearance of that moment is recorded, or merged,"
                            + " left or died")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response clear(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        var request = body.json(bytes, InterviewRequests.ClearanceRequest.class);
        return submissions.created(
                new ClearMedically(
                        operation,
                        personId,
                        request.clinician(),
                        request.sealedNote(),
                        request.at()),
                "medical-clearance " + personId,
                bytes,
                Cleared::of);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/screening")
    @Access(value = Role.SCREENING_OFFICER, humanOnly = true)
    @Operation(
            summary = "Open a person's screening",
            description =
                    "With the latest version of a questionnaire, for this person alone (rule S1), and"
                            + " not before urgent care (rule S4). A questionnaire that requires less"
                            + " than the operation's individual-screening, or than the one that is"
                            + " packed with the software, is refused (rule S1). An interview that is"
                            + " told later (`at`) is judged by the versions that were published at"
                            + " that time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation =
                                                    InterviewRequests.OpeningRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "in Arabic",
                                            value = ScreeningExamples.OPENING)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = Opened.class)))
    @APIResponse(responseCode = "409", description = "Open, or concluded, or merged, left or died")
    @APIResponse(responseCode = "422", description = "Rule S1, S4 or S6 refuses")
    public Response open(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        var request = body.json(bytes, InterviewRequests.OpeningRequest.class);
        return submissions.created(
                new OpenScreening(
                        operation,
                        personId,
                        request.questionnaire(),
                        request.language(),
                        request.interpreter(),
                        request.at()),
                "screening " + personId,
                bytes,
                Opened::of);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/answers")
    @Access(value = Role.SCREENING_OFFICER, humanOnly = true)
    @Operation(
            summary = "Keep what a person answered",
            description =
                    "With the version that was asked, sealed. Later answers stand beside earlier ones. A"
                            + " question that was declined, or that the person was unable to answer,"
                            + " stands in `notAnswered`: a finding is recommended when each required"
                            + " one has either (rule S1).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation =
                                                    InterviewRequests.AnswersRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "two answers",
                                            value = ScreeningExamples.ANSWERS)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answered.class)))
    @APIResponse(responseCode = "400", description = "Not a question, or not an answer to it")
    @APIResponse(responseCode = "409", description = "The screening is not open")
    @APIResponse(responseCode = "422", description = "Rule S4 or S6 refuses")
    public Response answer(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        var request = body.json(bytes, InterviewRequests.AnswersRequest.class);
        Answers answers = request.list();
        List<NotAnswered> notAnswered = request.without();
        if (answers.answers().isEmpty() && notAnswered.isEmpty()) {
            throw ProblemException.field("answers", "must hold at least one, or notAnswered one");
        }
        ScreeningState own = engine.view(operation).own();
        Optional.ofNullable(own.screening(operation, personId).opening())
                .flatMap(opening -> InterviewDecider.asked(operation, opening, own))
                .flatMap(asked -> AnswersFit.misfit(answers.answers(), notAnswered, asked))
                .ifPresent(misfit -> {
                    throw ProblemException.field(misfit.pointer(), misfit.message());
                });
        return submissions.created(
                new RecordAnswers(
                        operation, personId, Confidential.of(answers), notAnswered, request.at()),
                "answers " + personId,
                bytes,
                Answered::of);
    }

    /** May be questioned. */
    @Schema(name = "Cleared")
    public record Cleared(UUID personId, String clinician, Instant recordedAt) {

        static Cleared of(Outcome.Done done) {
            Recorded<MedicallyCleared> recorded = done.first(MedicallyCleared.class);
            return new Cleared(
                    recorded.event().personId(),
                    recorded.event().clinician(),
                    recorded.envelope().time());
        }
    }

    /**
     * @param version which is asked from now on
     */
    @Schema(name = "Opened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opened(
            UUID personId,
            UUID screeningId,
            String questionnaire,
            int version,
            String language,
            @Nullable String interpreter,
            Instant recordedAt) {

        static Opened of(Outcome.Done done) {
            Recorded<ScreeningOpened> recorded = done.first(ScreeningOpened.class);
            ScreeningOpened event = recorded.event();
            return new Opened(
                    event.personId(),
                    event.screeningId(),
                    event.questionnaire(),
                    event.version(),
                    event.language(),
                    event.interpreter(),
                    recorded.envelope().time());
        }
    }

    /** Kept, sealed: what was answered is not repeated. */
    @Schema(name = "Answered")
    public record Answered(
            UUID personId,
            UUID screeningId,
            String questionnaire,
            int version,
            Instant recordedAt) {

        static Answered of(Outcome.Done done) {
            Recorded<AnswersRecorded> recorded = done.first(AnswersRecorded.class);
            AnswersRecorded event = recorded.event();
            return new Answered(
                    event.personId(),
                    event.screeningId(),
                    event.questionnaire(),
                    event.version(),
                    recorded.envelope().time());
        }
    }
}
