package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Section;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.rest.PlacementRequests.AdmitsEntry;
import org.orangeline.placement.rest.PlacementRequests.FacilityRequest;
import org.orangeline.placement.rest.PlacementRequests.SectionEntry;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Facilities: registered, and how full they are. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class FacilityResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Csv csv;

    FacilityResource(
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

    @PUT
    @Path("/operations/{op}/facilities/{facilityId}")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Register a facility",
            description =
                    "The same content again gives the first answer; other content is a conflict.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FacilityRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "camp",
                                            value = PlacementExamples.FACILITY)))
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "200", description = "Registered before; the same answer")
    @APIResponse(responseCode = "409", description = "Registered before with other content")
    public Response register(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            byte[] bytes) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        FacilityRequest request = body.json(bytes, FacilityRequest.class);
        return submissions.recordedOnce(
                new RegisterFacility(
                        operation,
                        facilityId,
                        request.name(),
                        request.kind(),
                        request.capacity(),
                        admits(request.admits()),
                        sections(request.sections()),
                        request.authority() == null
                                ? null
                                : LeavingRequests.receiver(request.authority()),
                        request.mayLeave()),
                "facility",
                facilityId,
                bytes,
                FacilityRegistered.class);
    }

    @GET
    @Path("/operations/{op}/facilities")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "Facilities, and how full they are")
    @APIResponse(
            responseCode = "200",
            description = "All of them, by id",
            content = @Content(schema = @Schema(implementation = FacilityView[].class)))
    public Response facilities(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<FacilityView> facilities =
                view.own().operation(operation).facilities().values().stream()
                        .sorted(Comparator.comparing(Facility::facilityId))
                        .map(FacilityView::of)
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "facilities", FacilityView.class, facilities::stream)
                : Reads.ok(view, facilities);
    }

    /** Each is named once. */
    static List<Section> sections(@Nullable List<SectionEntry> entries) {
        if (entries == null) {
            return List.of();
        }
        List<Section> sections =
                entries.stream()
                        .map(section ->
                                new Section(
                                        section.sectionId(),
                                        section.name(),
                                        section.capacity(),
                                        admits(section.admits()),
                                        section.family()))
                        .toList();
        if (sections.stream().map(Section::sectionId).distinct().count() < sections.size()) {
            throw ProblemException.field("sections", "name a section once");
        }
        return sections;
    }

    static Admits admits(@Nullable AdmitsEntry entry) {
        return entry == null
                ? Admits.EVERYONE
                : new Admits(
                        entry.sexes() == null ? Set.of() : entry.sexes(),
                        entry.ages() == null ? Set.of() : entry.ages());
    }
}
