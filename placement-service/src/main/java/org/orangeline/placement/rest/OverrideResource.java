package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.RevokeOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.rest.CustodyRequests.OverrideRequest;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;

/** What two people sign together, so that P6 or P8 may be broken once (rules P6, P8). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class OverrideResource {

    private final Submissions submissions;
    private final Body body;
    private final CurrentCaller caller;

    OverrideResource(Submissions submissions, Body body, CurrentCaller caller) {
        this.submissions = submissions;
        this.body = body;
        this.caller = caller;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/overrides")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "The first signature for breaking P6 or P8 for a person and a facility",
            description =
                    "Signed by a second person it allows one decision: an order, a transfer, the departure"
                            + " of a convoy, or a hand-over from there.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OverrideRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.OVERRIDE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.RuleOverridden.class)))
    @APIResponse(responseCode = "409", description = "Conflict with current state")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response override(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        byte[] given = bytes == null ? new byte[0] : bytes;
        OverrideRequest request = body.json(given, OverrideRequest.class);
        return submissions.run(
                new RequestOverride(
                        operation,
                        person,
                        request.facilityId(),
                        request.rule(),
                        new FreeText(request.reason())),
                "overrides " + person,
                given,
                done ->
                        Response.status(201)
                                .entity(Answers.of(done.first(OverrideRequested.class).event()))
                                .build());
    }

    @POST
    @Path("/operations/{op}/persons/{id}/overrides/{overrideId}/signature")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.REVIEWER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "The second signature; now the override counts",
            description = "A person other than the first (422 otherwise).")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = OverrideSigned.class)))
    @APIResponse(responseCode = "409", description = "Conflict with current state")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response sign(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("overrideId") String overrideId) {
        UUID person = PathId.uuid("id", id);
        UUID other = PathId.uuid("overrideId", overrideId);
        return submissions.run(
                new SignOverride(operation, other, person),
                "overrides sign " + person + " " + other,
                new byte[0],
                done ->
                        Response.status(201)
                                .entity(done.first(OverrideSigned.class).event())
                                .build());
    }

    @POST
    @Path("/operations/{op}/persons/{id}/overrides/{overrideId}/revocation")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.REVIEWER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Take an override back before it is used",
            description =
                    "By either of those who signed, or by a placement officer (422 otherwise).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.RuleOverridden.class)))
    @APIResponse(responseCode = "409", description = "It was used, or revoked already")
    @APIResponse(responseCode = "422", description = "The caller neither signed nor places people")
    public Response revoke(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("overrideId") String overrideId,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        UUID other = PathId.uuid("overrideId", overrideId);
        byte[] given = bytes == null ? new byte[0] : bytes;
        ReasonRequest request = body.json(given, ReasonRequest.class);
        return submissions.run(
                new RevokeOverride(
                        operation,
                        other,
                        person,
                        caller.get().has(Role.PLACEMENT_OFFICER),
                        new FreeText(request.reason())),
                "overrides revoke " + person + " " + other,
                given,
                done ->
                        Response.status(201)
                                .entity(Answers.of(done.first(OverrideRevoked.class).event()))
                                .build());
    }
}
