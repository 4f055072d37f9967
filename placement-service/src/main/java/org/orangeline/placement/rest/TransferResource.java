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
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.rest.CustodyRequests.ArrivalRequest;
import org.orangeline.placement.rest.CustodyRequests.TransferRequest;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;

/** Moves of people who are placed to another facility or section. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class TransferResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    TransferResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/transfer/cancellation")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(summary = "Cancel a transfer before the arrival; the reserved place is free again")
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
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response cancel(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.changed(
                operation,
                id,
                "transfer/cancellation",
                bytes,
                person ->
                        new CancelTransfer(operation, id, person, new FreeText(request.reason())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/transfer/arrival")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "A person arrived from a transfer",
            description =
                    "The rules are looked at again. Who is inside already is recorded all the same, and questioned.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArrivalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.ARRIVAL)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response arrive(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ArrivalRequest request = body.json(bytes, ArrivalRequest.class);
        return submissions.changed(
                operation,
                id,
                "transfer/arrival",
                bytes,
                person ->
                        new ArriveFromTransfer(
                                operation,
                                id,
                                person,
                                request.insideAlready(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/transfers")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Order a transfer, for one or for people who belong together",
            description =
                    "All or none; a family that is named together is not split by it (P6). A place is reserved there, and the one here is kept until the arrival. Children who stay behind are proposed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TransferRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.TRANSFER)))
    @APIResponse(
            responseCode = "201",
            description = "Ordered, for each of them",
            content = @Content(schema = @Schema(implementation = Answers.TransferPlanned[].class)))
    @APIResponse(
            responseCode = "409",
            description = "No free place (P1), or somebody is not placed")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response transfer(@PathParam("op") String operation, byte[] bytes) {
        TransferRequest request = body.json(bytes, TransferRequest.class);
        return submissions.together(
                operation,
                "transfer",
                bytes,
                request.placementIds(),
                moves ->
                        new OrderTransfer(
                                operation,
                                moves,
                                request.facilityId(),
                                request.section(),
                                new FreeText(request.reason())),
                Created.with(done ->
                        done.events().stream()
                                .map(Recorded::event)
                                .filter(TransferOrdered.class::isInstance)
                                .map(TransferOrdered.class::cast)
                                .map(Answers::of)
                                .toList()));
    }
}
