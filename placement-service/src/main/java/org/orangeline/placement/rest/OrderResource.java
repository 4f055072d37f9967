package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Consent;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.ReleasePerson;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.rest.PlacementRequests.AdmissionRequest;
import org.orangeline.placement.rest.PlacementRequests.ConsentEntry;
import org.orangeline.placement.rest.PlacementRequests.GroundEntry;
import org.orangeline.placement.rest.PlacementRequests.OrderRequest;
import org.orangeline.placement.rest.PlacementRequests.ReasonRequest;
import org.orangeline.placement.rest.PlacementRequests.ReleaseRequest;
import org.orangeline.runtime.Outcome;

/** Placements: ordered, cancelled, admitted, released; each by a named human (rule S6). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class OrderResource {

    private final Submissions submissions;
    private final Body body;

    OrderResource(Submissions submissions, Body body) {
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/placements")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true)
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
    @APIResponse(responseCode = "422", description = "A rule refuses")
    public Response order(@PathParam("op") String operation, byte[] bytes) {
        OrderRequest request = body.json(bytes, OrderRequest.class);
        OrderPlacement command =
                new OrderPlacement(
                        operation,
                        request.personId(),
                        request.facilityId(),
                        request.basis(),
                        ground(request.ground()),
                        request.legalReference(),
                        request.accompanies(),
                        consent(request.consent()));
        return submissions.run(
                command,
                "order",
                bytes,
                done -> Response.status(201).entity(Ordered.of(done)).build());
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/cancellation")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true)
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
        return onPlacement(
                operation,
                id,
                "cancel " + id,
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
    @APIResponse(responseCode = "422", description = "A rule refuses")
    public Response admit(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        byte[] given = bytes == null ? new byte[0] : bytes;
        // An ordinary admission needs no body.
        AdmissionRequest request =
                given.length == 0
                        ? new AdmissionRequest(null)
                        : body.json(given, AdmissionRequest.class);
        String inside = request.insideAlready() == null ? null : request.insideAlready().reason();
        return onPlacement(
                operation,
                id,
                "admit " + id,
                given,
                person -> new AdmitPerson(operation, id, person, inside));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/release")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "Release a person; also the end of a voluntary shelter")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "release",
                                            value = PlacementExamples.RELEASE)))
    @APIResponse(responseCode = "201", description = "Released")
    @APIResponse(responseCode = "409", description = "The person is not placed")
    public Response release(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte[] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReleaseRequest request = body.json(bytes, ReleaseRequest.class);
        return onPlacement(
                operation,
                id,
                "release " + id,
                bytes,
                person ->
                        new ReleasePerson(
                                operation, id, person, request.reason(), request.legalReference()));
    }

    private Response onPlacement(
            String operation,
            UUID placementId,
            String call,
            byte[] bytes,
            Function<UUID, PlacementCommand> command) {
        return submissions
                .elsewhere(operation, bytes)
                .orElseGet(() ->
                        submissions.runOnPlacement(
                                operation,
                                placementId,
                                call,
                                bytes,
                                command,
                                done ->
                                        Response.status(201)
                                                .entity(Changed.of(placementId, done))
                                                .build()));
    }

    private static @Nullable StatedGround ground(@Nullable GroundEntry entry) {
        return entry == null ? null : new StatedGround(entry.code(), entry.statement());
    }

    private static @Nullable Consent consent(@Nullable ConsentEntry entry) {
        if (entry == null) {
            return null;
        }
        if (entry.recordedAt().isAfter(Instant.now().plus(Duration.ofDays(1)))) {
            throw ProblemException.field("consent.recordedAt", "must not be in the future");
        }
        return new Consent(entry.recordedAt(), entry.language());
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

    /**
     * @param event what was recorded
     * @param questioned rules that the placement breaks (rule P14)
     */
    @Schema(name = "PlacementChanged")
    public record Changed(
            UUID placementId,
            UUID personId,
            String event,
            List<String> questioned,
            Instant recordedAt) {

        static Changed of(UUID placementId, Outcome.Done done) {
            Recorded<PersonPlacementEvent> first = done.first(PersonPlacementEvent.class);
            List<String> questioned =
                    done.events().stream()
                            .map(Recorded::event)
                            .filter(PlacementQuestioned.class::isInstance)
                            .map(PlacementQuestioned.class::cast)
                            .filter(event -> event.placementId().equals(placementId))
                            .flatMap(event -> event.rules().stream())
                            .toList();
            return new Changed(
                    placementId,
                    first.event().personId(),
                    first.event().getClass().getSimpleName(),
                    questioned,
                    first.envelope().time());
        }
    }
}
