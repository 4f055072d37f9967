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
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;

/** What protects people from one another (P8). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class SafeguardResource {

    private final Submissions submissions;
    private final Body body;

    SafeguardResource(Submissions submissions, Body body) {
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/kept-apart/{otherId}")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.SCREENING_OFFICER},
            humanOnly = true)
    @Operation(summary = "Two persons are to be kept apart (P8); it holds both ways")
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
            content = @Content(schema = @Schema(implementation = Answers.KeptApart.class)))
    @APIResponse(responseCode = "409", description = "Conflict with current state")
    public Response keepApart(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("otherId") String otherId,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        UUID other = PathId.uuid("otherId", otherId);
        byte[] given = bytes == null ? new byte[0] : bytes;
        ReasonRequest request = body.json(given, ReasonRequest.class);
        return submissions.run(
                new KeepApart(operation, person, other, new FreeText(request.reason())),
                "kept-apart " + person + " " + other,
                given,
                done ->
                        Response.status(201)
                                .entity(Answers.of(done.first(KeepApartDeclared.class).event()))
                                .build());
    }

    @POST
    @Path("/operations/{op}/persons/{id}/kept-apart/{otherId}/lifting")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true,
            decides = true)
    @Operation(summary = "Two persons need not be kept apart any longer (P8)")
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
            content = @Content(schema = @Schema(implementation = Answers.KeptApart.class)))
    @APIResponse(responseCode = "409", description = "Conflict with current state")
    public Response lift(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("otherId") String otherId,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        UUID other = PathId.uuid("otherId", otherId);
        byte[] given = bytes == null ? new byte[0] : bytes;
        ReasonRequest request = body.json(given, ReasonRequest.class);
        return submissions.run(
                new LiftKeepApart(operation, person, other, new FreeText(request.reason())),
                "kept-apart lift " + person + " " + other,
                given,
                done ->
                        Response.status(201)
                                .entity(Answers.of(done.first(KeepApartLifted.class).event()))
                                .build());
    }
}
