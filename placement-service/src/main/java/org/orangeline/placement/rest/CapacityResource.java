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
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.CapacityCommand.ApproveCapacity;
import org.orangeline.placement.CapacityCommand.RequestCapacity;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.facilities.Capacity;
import org.orangeline.placement.rest.CustodyRequests.CapacityRequest;

/** Changes of a facility's places, by two people (P1). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class CapacityResource {

    private final Submissions submissions;
    private final Body body;

    CapacityResource(Submissions submissions, Body body) {
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/capacity-changes")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Ask for other places in a facility or section",
            description = "It counts when a second person has approved it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CapacityRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.CAPACITY)))
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = Answers.CapacityAskedFor.class)))
    public Response request(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            byte[] bytes) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        CapacityRequest request = body.json(bytes, CapacityRequest.class);
        Capacity capacity =
                new Capacity(
                        request.working(),
                        request.certified(),
                        request.blocked() == null ? 0 : request.blocked());
        if (!capacity.isPlausible()) {
            throw ProblemException.field(
                    "working", "must be at most certified and at least blocked");
        }
        return submissions.recorded(
                new RequestCapacity(
                        operation,
                        facilityId,
                        request.section(),
                        capacity,
                        new FreeText(request.reason())),
                "capacity " + facilityId,
                bytes,
                CapacityChangeRequested.class,
                Answers::of);
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/capacity-changes/{changeId}/approval")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Approve other places",
            description =
                    "By a person other than who asked (422 P1 otherwise). What is over them is questioned (P14); nobody is moved.")
    @APIResponse(
            responseCode = "201",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CapacityChanged.class)))
    @APIResponse(responseCode = "422", description = "The same person asked for it")
    public Response approve(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            @PathParam("changeId") String change) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        UUID id = PathId.uuid("changeId", change);
        return submissions.recorded(
                new ApproveCapacity(operation, facilityId, id),
                "approve " + id,
                new byte[0],
                CapacityChanged.class);
    }
}
