package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
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
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.rest.LeavingRequests.HandOverRequest;
import org.orangeline.placement.rest.LeavingRequests.HandOversRequest;
import org.orangeline.placement.rest.LeavingRequests.ReleaseRequest;
import org.orangeline.placement.rest.LeavingRequests.ReleasesRequest;

/** People leave a facility, free or to another authority; one, or a family together (P6, P9). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class LeavingResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    LeavingResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/release")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true,
            decides = true)
    @Operation(summary = "Release a person; also the end of a voluntary shelter")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "release",
                                            value = CustodyExamples.RELEASE)))
    @APIResponse(
            responseCode = "201",
            description = "Released",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "The person is not placed")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response release(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte[] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReleaseRequest request = body.json(bytes, ReleaseRequest.class);
        return submissions.changed(
                operation,
                id,
                "release",
                bytes,
                person ->
                        new ReleasePeople(
                                operation,
                                List.of(new Party.Named(id, person)),
                                new FreeText(request.reason()),
                                request.legalReference(),
                                request.kind(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/releases")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Release people together, all or none",
            description = "A child who is named with its carer is not released alone (P6).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleasesRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.RELEASES)))
    @APIResponse(
            responseCode = "201",
            description = "Released, each of them",
            content = @Content(schema = @Schema(implementation = Left[].class)))
    @APIResponse(responseCode = "409", description = "Somebody is not placed")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response releases(@PathParam("op") String operation, byte[] bytes) {
        ReleasesRequest request = body.json(bytes, ReleasesRequest.class);
        return together(
                operation,
                "releases",
                bytes,
                request.placementIds(),
                named ->
                        new ReleasePeople(
                                operation,
                                named,
                                new FreeText(request.reason()),
                                request.legalReference(),
                                request.kind(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/hand-over")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Hand a person over to another authority or state",
            description =
                    "Needs a recorded non-refoulement assessment for that receiver's state which heard the person, by another human (P9).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandOverRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.HAND_OVER)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response handOver(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        HandOverRequest request = body.json(bytes, HandOverRequest.class);
        return submissions.changed(
                operation,
                id,
                "hand-over",
                bytes,
                person ->
                        new HandOverPeople(
                                operation,
                                List.of(new Party.Named(id, person)),
                                LeavingRequests.receiver(request.receiver()),
                                new FreeText(request.reason()),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/hand-overs")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Hand people over together, all or none",
            description =
                    "Each needs an assessment (P9); a family that is named together is not split (P6).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandOversRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.HAND_OVERS)))
    @APIResponse(
            responseCode = "201",
            description = "Handed over, each of them",
            content = @Content(schema = @Schema(implementation = Left[].class)))
    @APIResponse(responseCode = "409", description = "Somebody is not placed")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response handOvers(@PathParam("op") String operation, byte[] bytes) {
        HandOversRequest request = body.json(bytes, HandOversRequest.class);
        return together(
                operation,
                "hand-overs",
                bytes,
                request.placementIds(),
                named ->
                        new HandOverPeople(
                                operation,
                                named,
                                LeavingRequests.receiver(request.receiver()),
                                new FreeText(request.reason()),
                                times.maybePast("at", request.at())));
    }

    private Response together(
            String operation,
            String call,
            byte[] bytes,
            List<UUID> placements,
            Function<List<Party.Named>, PlacementCommand> command) {
        return submissions.together(
                operation,
                call,
                bytes,
                placements,
                command,
                Created.with(done ->
                        done.events().stream().flatMap(one -> Left.of(one).stream()).toList()));
    }

    /** Whose placement ended. */
    @Schema(name = "Left")
    public record Left(UUID personId, UUID placementId, String facilityId) {

        static Optional<Left> of(Recorded<?> recorded) {
            return switch (recorded.event()) {
                case ReleasedFromDetention one ->
                        Optional.of(new Left(one.personId(), one.placementId(), one.facilityId()));
                case HandedOver one ->
                        Optional.of(new Left(one.personId(), one.placementId(), one.facilityId()));
                default -> Optional.empty();
            };
        }
    }
}
