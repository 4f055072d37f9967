package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.ChangeLegalProfile;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;

/** What an operation goes by: changed with a reason, from now on, never retroactively. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class SettingsResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    SettingsResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @GET
    @Path("/operations/{op}/plan")
    @Access(everyOfficer = true)
    @Operation(summary = "The grouping plan that counts now")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = GroupingPlan.class)))
    public Response plan(@PathParam("op") String operation) {
        return views.answer(operation, OperationState::plan);
    }

    @PUT
    @Path("/operations/{op}/plan")
    @Access(Role.COORDINATOR)
    @Operation(
            summary = "Change the grouping plan",
            description =
                    "`plan` is the whole plan, or the id of a built-in one. Who has a line keeps it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "everybody waits for an officer",
                                            value = IntakeExamples.PLAN)))
    @APIResponse(responseCode = "201", description = "Counts from now on")
    @APIResponse(responseCode = "409", description = "Counts already")
    @APIResponse(
            responseCode = "422",
            description = "A plan that cannot do its job (rule L1), or puts children with men (L2)")
    public Response changePlan(@PathParam("op") String operation, byte[] bytes) {
        PlanRequest request = body.json(bytes, PlanRequest.class);
        return submissions.run(
                new ChangeGroupingPlan(
                        operation,
                        OperationSettings.plan(request.plan()),
                        Confidential.of(request.reason())),
                "plan",
                bytes,
                Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/legal-profile")
    @Access(everyOfficer = true)
    @Operation(summary = "The legal profile that counts now")
    @APIResponse(responseCode = "200", description = "The limits that the clocks watch")
    public Response legalProfile(@PathParam("op") String operation) {
        return views.answer(operation, state -> ProfileView.of(state.legalProfile()));
    }

    @PUT
    @Path("/operations/{op}/legal-profile")
    @Access(Role.COORDINATOR)
    @Operation(
            summary = "Change the legal profile",
            description = "`legalProfile` is the whole profile, or the id of a built-in one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "longer lines",
                                            value = IntakeExamples.LEGAL_PROFILE)))
    @APIResponse(responseCode = "201", description = "Counts from now on")
    @APIResponse(responseCode = "409", description = "Counts already")
    @APIResponse(
            responseCode = "422",
            description = "Laxer than the treaties: reviews (P10), cards and notices (P12)")
    public Response changeProfile(@PathParam("op") String operation, byte[] bytes) {
        ProfileRequest request = body.json(bytes, ProfileRequest.class);
        return submissions.run(
                new ChangeLegalProfile(
                        operation,
                        OperationSettings.legalProfile(request.legalProfile()),
                        Confidential.of(request.reason())),
                "legal-profile",
                bytes,
                Answers::recorded);
    }

    /**
     * @param plan the plan, or the id of a built-in one
     */
    @Schema(name = "PlanChange")
    public record PlanRequest(@NotNull JsonNode plan, @NotBlank @Size(max = 2000) String reason) {}

    /**
     * @param legalProfile the profile, or the id of a built-in one
     */
    @Schema(name = "LegalProfileChange")
    public record ProfileRequest(
            @NotNull JsonNode legalProfile, @NotBlank @Size(max = 2000) String reason) {}

    /** Durations and periods of ISO 8601, as a change takes them. */
    @Schema(name = "LegalProfile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProfileView(
            String id,
            String lineWaitLimit,
            String firstReviewWithin,
            String reviewEvery,
            String cardWithin,
            String bureauNoticeWithin,
            String screenAgainWithin,
            String plausibleClockSkew,
            @Nullable String reasonsToldWithin,
            @Nullable String appealWithin,
            @Nullable String assessmentGoodFor) {

        static ProfileView of(LegalProfile profile) {
            return new ProfileView(
                    profile.id(),
                    profile.lineWaitLimit().toString(),
                    profile.firstReviewWithin().toString(),
                    profile.reviewEvery().toString(),
                    profile.cardWithin().toString(),
                    profile.bureauNoticeWithin().toString(),
                    profile.screenAgainWithin().toString(),
                    profile.plausibleClockSkew().toString(),
                    text(profile.reasonsToldWithin()),
                    text(profile.appealWithin()),
                    text(profile.assessmentGoodFor()));
        }

        private static @Nullable String text(@Nullable Duration limit) {
            return limit == null ? null : limit.toString();
        }
    }
}
