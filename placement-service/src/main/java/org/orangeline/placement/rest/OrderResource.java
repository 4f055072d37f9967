package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.rest.PlacementRequests.AdmissionRequest;
import org.orangeline.placement.rest.PlacementRequests.OrderRequest;
import org.orangeline.placement.rest.PlacementRequests.OrdersRequest;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;
import org.orangeline.runtime.Outcome;

/** Placements: ordered, cancelled, admitted; each by a named human (rule S6). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class OrderResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    OrderResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Order a placement",
            description =
                    "Reserves the place. All rules that refuse are listed (422); a full facility is 409"
                            + " with P1. Send an `Idempotency-Key`, so that a repeat cannot order twice.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "shelter",
                                            value = PlacementExamples.ORDER)))
    @APIResponse(
            responseCode = "201",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = Ordered.class)))
    @APIResponse(responseCode = "409", description = "No free place (P1)")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response order(@PathParam("op") String operation, byte[] bytes) {
        OrderRequest request = body.json(bytes, OrderRequest.class);
        OrderPlacement command = command(operation, request);
        return submissions.run(command, "order", bytes, Created.with(Ordered::of));
    }

    @POST
    @Path("/operations/{op}/placements/batch")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Order placements for many people",
            description =
                    "At most 500. Each order is decided like one of its own and has its outcome; orders"
                            + " of one `unit` are decided together, all or none, so that a family can"
                            + " be ordered without being split (P6). Send an `Idempotency-Key`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrdersRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "two people",
                                            value = PlacementExamples.ORDERS)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each order, in their order",
            content = @Content(schema = @Schema(implementation = OrderBatch.OrderOutcome[].class)))
    public Response orders(@PathParam("op") String operation, byte[] bytes) {
        OrdersRequest request = body.json(bytes, OrdersRequest.class);
        submissions.requireHuman();
        List<OrderPlacement> orders =
                request.orders().stream().map(entry -> command(operation, entry.order())).toList();
        return submissions
                .elsewhere(operation, bytes)
                .orElseGet(() ->
                        Response.ok(OrderBatch.run(operation, request, orders, submissions))
                                .build());
    }

    private OrderPlacement command(String operation, OrderRequest request) {
        return new OrderPlacement(
                operation,
                request.personId(),
                request.facilityId(),
                request.section(),
                request.basis(),
                Entries.ground(request.ground()),
                request.legalReference(),
                request.accompanies(),
                Entries.consent(request.consent(), times));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/cancellation")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(summary = "Cancel an order before the admission; its place is free again")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "reason",
                                            value = PlacementExamples.REASON)))
    @APIResponse(responseCode = "201", description = "Cancelled")
    @APIResponse(responseCode = "409", description = "Not an open order any more")
    public Response cancel(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte[] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.changed(
                operation,
                id,
                "cancel",
                bytes,
                person -> new CancelPlacement(operation, id, person, request.reason()));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/admission")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Record an admission",
            description =
                    "The rules are looked at again. Who is inside already is recorded all the same, with"
                            + " `PlacementQuestioned` when a rule is broken.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdmissionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "inside already",
                                            value = PlacementExamples.ADMISSION)))
    @APIResponse(responseCode = "201", description = "Admitted")
    @APIResponse(responseCode = "409", description = "Not an open order any more")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response admit(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        // An ordinary admission needs no body.
        AdmissionRequest request =
                bytes == null || bytes.length == 0
                        ? new AdmissionRequest(null, null)
                        : body.json(bytes, AdmissionRequest.class);
        String inside = request.insideAlready() == null ? null : request.insideAlready().reason();
        return submissions.changed(
                operation,
                id,
                "admit",
                bytes,
                person ->
                        new AdmitPerson(
                                operation,
                                id,
                                person,
                                inside,
                                times.maybePast("at", request.at())));
    }

    /**
     * @param status always {@code ordered}
     * @param reviewDue first review (rule P10); missing when the person is not held
     */
    @Schema(name = "Ordered")
    public record Ordered(
            UUID placementId,
            UUID personId,
            String facilityId,
            String status,
            @Nullable Instant reviewDue,
            Instant recordedAt) {

        static Ordered of(Outcome.Done done) {
            Recorded<PlacementOrdered> ordered = done.first(PlacementOrdered.class);
            return new Ordered(
                    ordered.event().placementId(),
                    ordered.event().personId(),
                    ordered.event().facilityId(),
                    "ordered",
                    ordered.event().reviewDue(),
                    ordered.envelope().time());
        }
    }
}
