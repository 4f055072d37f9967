package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.ConvoyCommand.CancelConvoy;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.rest.CustodyRequests.ConvoyRequest;
import org.orangeline.placement.rest.CustodyRequests.DepartureRequest;
import org.orangeline.placement.rest.CustodyRequests.ReceptionRequest;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;

/** People who travel together, signed for on both sides. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ConvoyResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    ConvoyResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @PUT
    @Path("/operations/{op}/convoys/{convoyId}")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Plan a convoy",
            description =
                    "Everybody needs an order for, or a transfer to, its facility. The same content again gives the first answer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConvoyRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.CONVOY)))
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(implementation = ConvoyPlanned.class)))
    @APIResponse(responseCode = "200", description = "Planned before; the same answer")
    @APIResponse(responseCode = "409", description = "Somebody has no order for that facility")
    public Response plan(
            @PathParam("op") String operation, @PathParam("convoyId") String convoy, byte[] bytes) {
        UUID id = PathId.uuid("convoyId", convoy);
        ConvoyRequest request = body.json(bytes, ConvoyRequest.class);
        return submissions.recordedOnce(
                new PlanConvoy(
                        operation,
                        id,
                        request.facilityId(),
                        request.personIds().stream().distinct().toList()),
                "convoy",
                id.toString(),
                bytes,
                ConvoyPlanned.class);
    }

    @POST
    @Path("/operations/{op}/convoys/{convoyId}/departure")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.REGISTRAR},
            humanOnly = true,
            decides = true)
    @Operation(summary = "Sign for who is on board and send the convoy off")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DepartureRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.DEPARTURE)))
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ConvoyDeparted.class)))
    @APIResponse(
            responseCode = "409",
            description = "It has left already, or somebody on board is not planned")
    @APIResponse(
            responseCode = "422",
            description = "It would part a family (P6), or departedAt cannot have been so")
    public Response depart(
            @PathParam("op") String operation, @PathParam("convoyId") String convoy, byte[] bytes) {
        UUID id = PathId.uuid("convoyId", convoy);
        DepartureRequest request = body.json(bytes, DepartureRequest.class);
        return submissions.recorded(
                new DepartConvoy(
                        operation,
                        id,
                        request.personIds().stream().distinct().toList(),
                        request.escort(),
                        times.past("departedAt", request.departedAt())),
                "depart " + id,
                bytes,
                ConvoyDeparted.class);
    }

    @POST
    @Path("/operations/{op}/convoys/{convoyId}/cancellation")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Take the plan of a convoy back",
            description =
                    "Only before the departure. Its people keep their orders, and can be planned for another convoy at once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.CONVOY_CANCELLATION)))
    @APIResponse(
            responseCode = "201",
            description = "Cancelled",
            content =
                    @Content(schema = @Schema(implementation = Answers.ConvoyPlanCancelled.class)))
    @APIResponse(responseCode = "409", description = "It has left, or was cancelled before")
    public Response cancel(
            @PathParam("op") String operation, @PathParam("convoyId") String convoy, byte[] bytes) {
        UUID id = PathId.uuid("convoyId", convoy);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.recorded(
                new CancelConvoy(operation, id, new FreeText(request.reason())),
                "cancel convoy " + id,
                bytes,
                ConvoyCancelled.class,
                Answers::of);
    }

    @POST
    @Path("/operations/{op}/convoys/{convoyId}/arrival")
    @Access(value = Role.REGISTRAR, humanOnly = true)
    @Operation(
            summary = "Sign for who arrived, and name who did not",
            description =
                    "Not by who signed the departure. Everybody who arrived is admitted, and questioned where a rule is broken, also who came without being on the list (P16); who did not arrive is missing (P17).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.RECEPTION)))
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ConvoyArrived.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is not on the way, or the same person signed its departure")
    public Response arrive(
            @PathParam("op") String operation, @PathParam("convoyId") String convoy, byte[] bytes) {
        UUID id = PathId.uuid("convoyId", convoy);
        ReceptionRequest request = body.json(bytes, ReceptionRequest.class);
        return submissions.recorded(
                new ReceiveConvoy(
                        operation,
                        id,
                        distinct(request.missing()),
                        distinct(request.unlisted()),
                        request.escort(),
                        times.maybePast("at", request.at())),
                "receive " + id,
                bytes,
                ConvoyArrived.class);
    }

    private static List<UUID> distinct(@Nullable List<UUID> people) {
        return people == null ? List.of() : people.stream().distinct().toList();
    }
}
