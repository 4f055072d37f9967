package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.intake.AgeCommand.ConfirmAgeAssessment;
import org.orangeline.intake.AgeCommand.RequestAgeAssessment;
import org.orangeline.intake.ages.AgeAssessment;
import org.orangeline.intake.rest.ArrivalRequest.AgeEntry;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Ages in dispute: one human says what an assessment gave, another one confirms it. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class AgeResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    AgeResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/age-assessments")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.SCREENING_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Say what an assessment of a person's age gave",
            description =
                    "`marginYears` is by how much the method may be wrong either way: at least two"
                            + " years for every method but a document. The age that counts later is"
                            + " the whole range. Nothing counts differently until another human"
                            + " confirms it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssessmentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "by a doctor",
                                            value = IntakeExamples.AGE_ASSESSMENT)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for a second human",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "409", description = "Merged into another registration")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response assess(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        AssessmentRequest request = body.json(bytes, AssessmentRequest.class);
        if (!AgeAssessment.isPlausible(request.method(), request.marginYears())) {
            throw ProblemException.field(
                    "marginYears",
                    "must be at least "
                            + AgeAssessment.LEAST_MARGIN
                            + " for every method but DOCUMENT");
        }
        return submissions.run(
                new RequestAgeAssessment(
                        operation,
                        personId,
                        ArrivalMapping.age(request.age()),
                        request.method(),
                        request.marginYears(),
                        Confidential.of(request.reason()),
                        request.at()),
                "assess-age " + personId,
                bytes,
                done -> {
                    var asked = done.first(AgeAssessmentRequested.class).event();
                    return Response.status(done.repeated() ? 200 : 201)
                            .entity(new Asked(asked.assessmentId(), asked.personId()))
                            .build();
                });
    }

    @POST
    @Path("/operations/{op}/persons/{id}/age-assessments/{assessmentId}/confirmation")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.SCREENING_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Confirm an assessment of an age: it counts from now on",
            description =
                    "By another human than the one who assessed the age. It settles every age that"
                            + " was in dispute, of all registrations of the person.")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "404", description = "No such assessment waits")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response confirm(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("assessmentId") String assessment) {
        UUID personId = PathId.uuid("id", id);
        UUID assessmentId = PathId.uuid("assessmentId", assessment);
        return submissions.run(
                new ConfirmAgeAssessment(operation, personId, assessmentId),
                "confirm-age " + personId + " " + assessmentId,
                new byte[0],
                Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/age-assessments")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.INTAKE_OFFICER, Role.SCREENING_OFFICER, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            summary = "Assessments of ages",
            description = "The oldest first; those that wait for a second human have no confirmer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response assessments(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "age-assessments",
                AgeViews.Assessment.class,
                (state, stays) -> AgeViews.all(state, views.keys()),
                cursor,
                limit);
    }

    /**
     * @param age as the method gave it, without the margin
     * @param marginYears by how many years the method may be wrong either way
     * @param reason what the assessment rests on
     * @param at when the age was assessed: a range refers to that day; now when it is left out
     */
    @Schema(name = "AgeAssessmentRequest")
    public record AssessmentRequest(
            @NotNull @Valid AgeEntry age,
            @NotNull AgeMethod method,
            @NotNull @Min(0) @Max(AgeAssessment.MOST_MARGIN) Integer marginYears,
            @NotNull @Says(max = 2000) String reason,
            @Nullable Instant at) {}

    /**
     * @param assessmentId what a confirmation names
     */
    @Schema(name = "AgeAssessmentAsked")
    public record Asked(UUID assessmentId, UUID personId) {}
}
