package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.FacilityCommand.ApproveFacilityChange;
import org.orangeline.placement.FacilityCommand.RequestFacilityChange;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.facilities.FacilityRequest;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.rest.LeavingRequests.FacilityChangeRequest;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Changes of who runs a facility, and of whether people may leave it, by two people (P9, P10). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class FacilityChangeResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Csv csv;

    FacilityChangeResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Csv csv) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.csv = csv;
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/changes")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Say who is to run a facility, and whether people may leave it",
            description =
                    "Both are said as they are to be; without an authority the operation itself runs it."
                            + " It counts when a second person has approved it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FacilityChangeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.FACILITY_CHANGE)))
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content =
                    @Content(
                            schema =
                                    @Schema(implementation = Answers.FacilityChangeAskedFor.class)))
    @APIResponse(responseCode = "409", description = "The facility is so already")
    @APIResponse(responseCode = "422", description = "The authority is not registered (P9)")
    public Response request(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            byte[] bytes) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        FacilityChangeRequest request = body.json(bytes, FacilityChangeRequest.class);
        return submissions.recorded(
                new RequestFacilityChange(
                        operation,
                        facilityId,
                        request.authority() == null
                                ? null
                                : LeavingRequests.receiver(request.authority()),
                        request.mayLeave(),
                        new FreeText(request.reason()),
                        request.at()),
                "facility " + facilityId,
                bytes,
                FacilityChangeRequested.class,
                Answers::of);
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/changes/{changeId}/approval")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Approve who runs a facility, and whether people may leave it",
            description =
                    "By a person other than who asked (422 otherwise). It counts from the time that was told,"
                            + " or else from then on. Where it breaks a rule for somebody, that placement is questioned (P9, P13, P14). Where"
                            + " nobody may leave any more, the clocks begin (P10 to P12).")
    @APIResponse(
            responseCode = "201",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = FacilityChanged.class)))
    @APIResponse(responseCode = "422", description = "The same person asked for it")
    public Response approve(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            @PathParam("changeId") String change) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        UUID id = PathId.uuid("changeId", change);
        return submissions.recorded(
                new ApproveFacilityChange(operation, facilityId, id),
                "approve " + id,
                new byte[0],
                FacilityChanged.class);
    }

    @GET
    @Path("/operations/{op}/facility-changes")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "Changes of facilities that wait for a second person (P9, P10)")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = FacilityRequest[].class)))
    public Response changes(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<FacilityRequest> changes =
                view.own().operation(operation).facilityRequests().values().stream()
                        .sorted(Comparator.comparing(FacilityRequest::changeId))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "facility-changes", FacilityRequest.class, changes::stream)
                : Reads.ok(view, changes);
    }
}
