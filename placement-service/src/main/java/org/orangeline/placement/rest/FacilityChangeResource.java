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
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Section;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
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
import org.orangeline.placement.rest.LeavingRequests.LayoutEntry;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/**
 * Changes of who runs a facility, of whether people may leave it, and of its layout, by two people
 * (P7, P9, P10, P15).
 */
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
            summary =
                    "Say who is to run a facility, whether people may leave it, or another layout",
            description =
                    "Who runs it and whether people may leave it are said together, as they are to be; without an"
                            + " authority the operation itself runs it. A layout is asked for by itself: another"
                            + " name, whom it takes, new or changed sections, sections that close, or that the"
                            + " facility closes, which is refused while anybody is there or is to come. Each"
                            + " counts when a second person has approved it.")
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
    @APIResponse(
            responseCode = "409",
            description =
                    "The facility would stay as it is, or people are still in the part to be closed")
    @APIResponse(responseCode = "422", description = "The authority is not registered (P9)")
    public Response request(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            byte[] bytes) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        FacilityChangeRequest request = body.json(bytes, FacilityChangeRequest.class);
        return submissions.recorded(
                command(operation, facilityId, request),
                "facility " + facilityId,
                bytes,
                FacilityChangeRequested.class,
                Answers::of);
    }

    private static RequestFacilityChange command(
            String operation, String facilityId, FacilityChangeRequest request) {
        FreeText reason = new FreeText(request.reason());
        if (request.layout() != null) {
            if (request.mayLeave() != null || request.authority() != null || request.at() != null) {
                throw ProblemException.field(
                        "layout",
                        "goes without authority, mayLeave and at: ask for those by themselves");
            }
            return new RequestFacilityChange(
                    operation, facilityId, layout(request.layout()), reason);
        }
        if (request.mayLeave() == null) {
            throw ProblemException.field("mayLeave", "must be given, or a layout");
        }
        return new RequestFacilityChange(
                operation,
                facilityId,
                request.authority() == null ? null : LeavingRequests.receiver(request.authority()),
                request.mayLeave(),
                reason,
                request.at());
    }

    private static FacilityLayout layout(LayoutEntry entry) {
        List<Section> sections = FacilityResource.sections(entry.sections());
        List<String> closed =
                entry.closedSections() == null
                        ? List.of()
                        : entry.closedSections().stream().distinct().toList();
        if (sections.stream().map(Section::sectionId).anyMatch(closed::contains)) {
            throw ProblemException.field(
                    "layout.closedSections", "must not name one that layout.sections names");
        }
        return new FacilityLayout(
                entry.name(),
                entry.admits() == null ? null : FacilityResource.admits(entry.admits()),
                sections.isEmpty() ? null : sections,
                closed.isEmpty() ? null : closed,
                entry.closed());
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/changes/{changeId}/approval")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Approve who runs a facility, whether people may leave it, or another layout",
            description =
                    "By a person other than who asked (422 otherwise). It counts from the time that was told,"
                            + " or else from then on. Where it breaks a rule for somebody, that placement is questioned (P7, P9, P13 to P15). Where"
                            + " nobody may leave any more, the clocks begin (P10 to P12).")
    @APIResponse(
            responseCode = "201",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = FacilityChanged.class)))
    @APIResponse(responseCode = "409", description = "People are still in the part to be closed")
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
