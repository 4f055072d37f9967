package org.orangeline.screening.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.model.Question;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.PublishQuestionnaire;
import org.orangeline.screening.ScreeningCommand.RequestQuestionnaire;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.questionnaire.Questionnaire;
import org.orangeline.screening.questionnaire.QuestionnaireDecider;
import org.orangeline.screening.questionnaire.Questionnaires;

/** Questionnaires: data, in versions that two humans publish and that never change (S1). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class QuestionnaireResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Lists lists;

    QuestionnaireResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Lists lists) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.lists = lists;
    }

    @PUT
    @Path("/operations/{op}/questionnaires/{questionnaire}/versions/{version}")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Ask for a version of a questionnaire",
            description =
                    "The next one after the last. It is published when a second human has approved it;"
                            + " what was published never changes. A later request takes the place"
                            + " of one that waits. At least"
                            + " one question of the kind TEXT is required, and a version requires"
                            + " no fewer questions than the one before, and than"
                            + " individual-screening, in all and of the kind TEXT (rule S1). Every"
                            + " wording has two words and four letters (three letters in a script"
                            + " without spaces), three of them different; no two questions have the"
                            + " same text, whatever the capitals, spaces and punctuation; languages"
                            + " are BCP 47 tags in their one spelling, each once (400). At most"
                            + " 65536 bytes, 200 questions of 1000 characters for each language,"
                            + " 100 questionnaires and 1000 versions.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation =
                                                    QuestionnaireViews.PublishRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "six questions",
                                            value = ScreeningExamples.QUESTIONNAIRE)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded; it waits for a second human",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    QuestionnaireViews.RequestedView.class)))
    @APIResponse(responseCode = "409", description = "Not the next version, or it waits already")
    @APIResponse(responseCode = "422", description = "Rule S1 or S6 refuses")
    public Response request(
            @PathParam("op") String operation,
            @PathParam("questionnaire") String id,
            @PathParam("version") String number,
            byte[] bytes) {
        requireSlug(id);
        int version = version(number);
        List<Question> questions = body.json(bytes, QuestionnaireViews.PublishRequest.class).list();
        QuestionnaireDecider.wrong(questions)
                .ifPresent(wrong -> {
                    throw ProblemException.field("questions", wrong);
                });
        return submissions.waiting(
                new RequestQuestionnaire(operation, id, version, questions),
                "questionnaire " + id + ' ' + version,
                bytes,
                done ->
                        QuestionnaireViews.RequestedView.of(
                                done.first(QuestionnaireRequested.class)));
    }

    @GET
    @Path("/operations/{op}/questionnaire-requests")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Versions of questionnaires that wait for a second human (S1)",
            description = "The oldest first, with their questions.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    QuestionnaireViews.WaitingView[].class)))
    public Response waiting(@PathParam("op") String operation) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        return lists.whole(
                view,
                "questionnaire-requests",
                Questionnaires.waiting(view.own().operation(operation)).stream()
                        .map(QuestionnaireViews.WaitingView::of)
                        .toList(),
                QuestionnaireViews.WaitingView.class);
    }

    @POST
    @Path("/operations/{op}/questionnaires/{questionnaire}/requests/{requestId}/approval")
    @Access(
            value = {Role.COORDINATOR, Role.REVIEWER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Publish a version of a questionnaire as a second human",
            description =
                    "By a human other than who asked for it (422 otherwise). What is published is what was"
                            + " asked for; the rules of a version are asked again.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    QuestionnaireViews.QuestionnaireView.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "It does not wait: published, replaced by a later request, or never asked")
    @APIResponse(responseCode = "409", description = "Not the next version any more")
    @APIResponse(responseCode = "422", description = "Rule S1 or S6 refuses")
    public Response approve(
            @PathParam("op") String operation,
            @PathParam("questionnaire") String questionnaire,
            @PathParam("requestId") String request) {
        UUID id = PathId.uuid("requestId", request);
        requireSlug(questionnaire);
        return submissions.created(
                new PublishQuestionnaire(operation, questionnaire, id),
                "approve questionnaire " + id,
                new byte[0],
                done -> {
                    QuestionnairePublished event = done.first(QuestionnairePublished.class).event();
                    return QuestionnaireViews.QuestionnaireView.of(Questionnaire.of(event, null));
                });
    }

    @GET
    @Path("/operations/{op}/questionnaires")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "The questionnaires", description = "Every version, by id.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema =
                                    @Schema(implementation = QuestionnaireViews.EntryView[].class)))
    public Response questionnaires(@PathParam("op") String operation) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        return lists.whole(
                view,
                "questionnaires",
                Questionnaires.all(view.own().operation(operation)).stream()
                        .map(QuestionnaireViews.EntryView::of)
                        .toList(),
                QuestionnaireViews.EntryView.class);
    }

    @GET
    @Path("/operations/{op}/questionnaires/{questionnaire}/versions/{version}")
    @Access(everyOfficer = true)
    @Operation(summary = "A version of a questionnaire", description = "With its questions.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    QuestionnaireViews.QuestionnaireView.class)))
    public Response questionnaire(
            @PathParam("op") String operation,
            @PathParam("questionnaire") String id,
            @PathParam("version") String number) {
        int version = version(number);
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        return Reads.ok(
                view,
                Questionnaires.find(view.own().operation(operation), id, version)
                        .map(QuestionnaireViews.QuestionnaireView::of)
                        .orElseThrow(() -> ProblemException.notFound("There is no such version.")));
    }

    private static int version(String number) {
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw ProblemException.badRequest("version must be a number from 1.");
        }
        return Integer.parseInt(number);
    }

    private static void requireSlug(String questionnaire) {
        if (!questionnaire.matches(InterviewRequests.SLUG)) {
            throw ProblemException.badRequest("questionnaire must be a slug.");
        }
    }
}
