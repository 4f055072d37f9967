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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.RollChecked;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.RollCommand.CheckRoll;
import org.orangeline.placement.facilities.RollCheck;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.rest.CustodyRequests.RollCheckRequest;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Roll checks: who is there, compared with the register (P17). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class RollResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Csv csv;
    private final Times times;

    RollResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Csv csv,
            Times times) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.csv = csv;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/roll-checks")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Record a roll check, and who is missing (P17)",
            description =
                    "Of a section, or of the facility as a whole. Who is away for a time, missing already"
                            + " or on the way with a convoy is not expected. Each person who is named as missing"
                            + " is an alarm, as `.../missing` of their placement is. In a check that is told"
                            + " late (`at`), whoever came, left or moved since, or had left before, is not"
                            + " missing. A count that does not fit is recorded as it is, and listed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RollCheckRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.ROLL_CHECK)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with what the register expected",
            content = @Content(schema = @Schema(implementation = RollChecked.class)))
    @APIResponse(
            responseCode = "409",
            description = "Somebody who is named was never there, or is named twice")
    public Response check(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facilityId,
            byte[] bytes) {
        PlacementRequests.requireSlug("facilityId", facilityId);
        RollCheckRequest request = body.json(bytes, RollCheckRequest.class);
        return submissions.together(
                operation,
                "roll " + facilityId,
                bytes,
                request.missing() == null ? List.of() : request.missing(),
                missing ->
                        new CheckRoll(
                                operation,
                                facilityId,
                                request.section(),
                                request.counted(),
                                missing,
                                new FreeText(
                                        request.note() == null ? "roll check" : request.note()),
                                times.maybePast("at", request.at())),
                Created.with(Created.event(RollChecked.class)));
    }

    @GET
    @Path("/operations/{op}/roll-checks")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "The last roll check of each facility and section",
            description =
                    "By facility and section. It does not fit where `counted` is not `expected` less"
                            + " `missing`.")
    @APIResponse(
            responseCode = "200",
            description = "One for each place that was checked",
            content = @Content(schema = @Schema(implementation = RollCheck[].class)))
    public Response checks(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<RollCheck> checks =
                view.own().operation(operation).facilities().values().stream()
                        .flatMap(facility -> facility.rolls().values().stream())
                        .sorted(
                                Comparator.comparing(RollCheck::facilityId)
                                        .thenComparing(
                                                RollCheck::section,
                                                Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "roll-checks", RollCheck.class, checks::stream)
                : Reads.ok(view, checks);
    }
}
