package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.EmergencyAccessTaken;
import org.orangeline.intake.EmergencyCommand.ReviewAccess;
import org.orangeline.intake.EmergencyCommand.TakeAccess;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Reading an identity without the right to, in an emergency. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class EmergencyResource {

    private static final Logger LOG = Logger.getLogger("org.orangeline.audit");

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;
    private final Clock clock;

    EmergencyResource(Submissions submissions, Body body, IntakeViews views, Clock clock) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/emergency-access")
    @Access(everyOfficer = true, humanOnly = true, decides = true)
    @Operation(
            summary = "Take the right to read one person's identity, in an emergency",
            description =
                    "At once, for whoever works in the operation and is no machine, for some minutes"
                            + " and one person. It is recorded with its reason and reviewed"
                            + " afterwards by somebody else.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Asked.class),
                            examples =
                                    @ExampleObject(
                                            name = "a lost child",
                                            value = IntakeExamples.EMERGENCY)))
    @APIResponse(
            responseCode = "201",
            description = "Taken; the person shows the identity until then",
            content = @Content(schema = @Schema(implementation = Granted.class)))
    @APIResponse(responseCode = "409", description = "One is running still, or it was erased")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response take(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        Asked asked = body.json(bytes, Asked.class);
        return submissions.run(
                new TakeAccess(
                        operation,
                        personId,
                        Duration.ofMinutes(asked.minutes()),
                        Confidential.of(asked.reason())),
                "emergency-access " + personId,
                bytes,
                done -> {
                    EmergencyAccessTaken taken = done.first(EmergencyAccessTaken.class).event();
                    LOG.warnf("emergency access %s was taken", taken.accessId());
                    return Response.status(done.repeated() ? 200 : 201)
                            .entity(new Granted(taken.accessId(), personId, taken.until()))
                            .build();
                });
    }

    @GET
    @Path("/operations/{op}/emergency-accesses")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.AUDITOR, Role.COORDINATOR})
    @Operation(
            summary = "Accesses that were taken in emergencies",
            description =
                    "The oldest first. `status` is open (which it is when left out) for those that"
                            + " nobody reviewed yet, or reviewed. What was read is in the person's"
                            + " reads.")
    @APIResponse(
            responseCode = "200",
            description = "A page of accesses",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response accesses(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        boolean reviewed = EmergencyView.isReviewed(status);
        Instant now = clock.instant();
        return views.list(
                operation,
                "emergency-accesses",
                EmergencyView.class,
                (state, known) -> EmergencyView.all(state, reviewed, now, views.keys()),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/emergency-accesses/{accessId}/review")
    @Access(value = Role.AUDITOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Say whether an emergency access was right",
            description = "By another human than the one who took it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Reviewed.class),
                            examples =
                                    @ExampleObject(
                                            name = "it was",
                                            value = IntakeExamples.EMERGENCY_REVIEW)))
    @APIResponse(
            responseCode = "201",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Reviewed before, or taken by the same human")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response review(
            @PathParam("op") String operation, @PathParam("accessId") String id, byte[] bytes) {
        UUID accessId = PathId.uuid("accessId", id);
        Reviewed reviewed = body.json(bytes, Reviewed.class);
        return submissions.run(
                new ReviewAccess(
                        operation,
                        accessId,
                        reviewed.justified(),
                        Confidential.of(reviewed.reason())),
                "review-access " + accessId,
                bytes,
                Answers::recorded);
    }

    /**
     * @param minutes how long it is needed
     */
    @Schema(name = "EmergencyAccessRequest")
    public record Asked(
            @NotNull @Min(1) @Max(240) Integer minutes,
            @NotNull @Says(min = 10, max = 2000) String reason) {}

    /**
     * @param until when it ends by itself
     */
    @Schema(name = "EmergencyAccessGranted")
    public record Granted(UUID accessId, UUID personId, Instant until) {}

    /** What a review found. */
    @Schema(name = "EmergencyAccessReview")
    public record Reviewed(@NotNull Boolean justified, @NotNull @Says(max = 2000) String reason) {}
}
