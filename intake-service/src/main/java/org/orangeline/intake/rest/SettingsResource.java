package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.OperationCommand.ApproveLegalProfile;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.intake.operations.ProfileRequest;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;
import org.orangeline.runtime.Outcome;

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
        return views.answer(operation, settings -> settings.plans().now());
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
    @APIResponse(
            responseCode = "201",
            description = "Counts from now on",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
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
    @APIResponse(
            responseCode = "200",
            description = "The limits that the clocks watch",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response legalProfile(@PathParam("op") String operation) {
        return views.answer(operation, state -> ProfileView.of(state.legalProfile()));
    }

    @PUT
    @Path("/operations/{op}/legal-profile")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Ask for another legal profile",
            description =
                    "`legalProfile` is the whole profile, or the id of a built-in one. It counts when a"
                            + " second human has approved it; what runs by then keeps the stricter limit.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileRequested.class),
                            examples =
                                    @ExampleObject(
                                            name = "shorter lines",
                                            value = IntakeExamples.LEGAL_PROFILE)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded; it waits for a second human",
            content = @Content(schema = @Schema(implementation = ProfileChange.class)))
    @APIResponse(responseCode = "409", description = "Counts already")
    @APIResponse(
            responseCode = "422",
            description = "Laxer than the norms behind a limit, or a machine's token (S6)")
    public Response requestProfile(@PathParam("op") String operation, byte[] bytes) {
        ProfileRequested request = body.json(bytes, ProfileRequested.class);
        return submissions.run(
                new RequestLegalProfile(
                        operation,
                        OperationSettings.legalProfile(request.legalProfile()),
                        Confidential.of(request.reason())),
                "legal-profile",
                bytes,
                ProfileChange::requested);
    }

    @GET
    @Path("/operations/{op}/legal-profile/changes")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "Legal profiles that wait for a second human")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first",
            content = @Content(schema = @Schema(implementation = ProfileWaiting[].class)))
    public Response profileChanges(@PathParam("op") String operation) {
        return views.whole(
                operation,
                "legal-profile-changes",
                ProfileWaiting.class,
                state ->
                        state.profileRequests().values().stream()
                                .sorted(
                                        Comparator.comparing(ProfileRequest::requestedAt)
                                                .thenComparing(ProfileRequest::changeId))
                                .map(ProfileWaiting::of)
                                .toList());
    }

    @POST
    @Path("/operations/{op}/legal-profile/changes/{changeId}/approval")
    @Access(
            value = {Role.COORDINATOR, Role.REVIEWER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Approve another legal profile",
            description = "By a human other than who asked for it (422 otherwise).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Counts from now on",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Counts already")
    @APIResponse(responseCode = "422", description = "Who asked for it cannot approve it (S6)")
    public Response approveProfile(
            @PathParam("op") String operation, @PathParam("changeId") String change, byte[] bytes) {
        UUID id = PathId.uuid("changeId", change);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new ApproveLegalProfile(operation, id, request.sealable()),
                "legal-profile approval " + id,
                bytes,
                Answers::recorded);
    }

    /**
     * @param plan the plan, or the id of a built-in one
     */
    @Schema(name = "PlanChange")
    public record PlanRequest(@NotNull JsonNode plan, @NotNull @Says(max = 2000) String reason) {}

    /**
     * @param legalProfile the profile, or the id of a built-in one
     */
    @Schema(name = "LegalProfileChange")
    public record ProfileRequested(
            @NotNull JsonNode legalProfile, @NotNull @Says(max = 2000) String reason) {}

    /**
     * @param status always {@code waits for a second human}
     */
    @Schema(name = "LegalProfileRequested")
    public record ProfileChange(UUID changeId, String status, Instant recordedAt) {

        static Response requested(Outcome.Done done) {
            var first = done.first(LegalProfileChangeRequested.class);
            return Response.status(202)
                    .entity(
                            new ProfileChange(
                                    first.event().changeId(),
                                    "waits for a second human",
                                    first.envelope().time()))
                    .build();
        }
    }

    /**
     * @param requestedBy who asked for it; a subject id, never a name
     */
    @Schema(name = "LegalProfileWaiting")
    public record ProfileWaiting(
            UUID changeId, String requestedBy, Instant requestedAt, ProfileView legalProfile) {

        static ProfileWaiting of(ProfileRequest request) {
            return new ProfileWaiting(
                    request.changeId(),
                    request.requestedBy(),
                    request.requestedAt(),
                    ProfileView.of(request.legalProfile()));
        }
    }

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
            @Nullable String assessmentGoodFor,
            @Nullable String questionWithin,
            @Nullable String releaseWithin,
            @Nullable String clearanceGoodFor,
            @Nullable String retention,
            @Nullable Boolean linesGuarded) {

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
                    text(profile.assessmentGoodFor()),
                    text(profile.questionWithin()),
                    text(profile.releaseWithin()),
                    text(profile.clearanceGoodFor()),
                    text(profile.retention()),
                    profile.linesGuarded());
        }

        private static @Nullable String text(@Nullable Duration limit) {
            return limit == null ? null : limit.toString();
        }
    }
}
