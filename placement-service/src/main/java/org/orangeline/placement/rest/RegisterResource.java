package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.duties.DoneInTime;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.facilities.CapacityRequest;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.questions.Raised;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** The lists of placement-service: who is where, what is due, what is questioned. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class RegisterResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Reads reads;
    private final Csv csv;

    RegisterResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Reads reads,
            Csv csv) {
        this.engine = engine;
        this.reads = reads;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/placements")
    @Access(everyOfficer = true)
    @Operation(
            summary = "Placements: who is, or is to be, in which facility",
            description =
                    "The open ones, oldest first; by facility, by one of its sections, or by status"
                            + " ordered, placed, cancelled, ended. As CSV all of them at once.")
    @APIResponse(
            responseCode = "200",
            description = "A page of placements",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response placements(
            @PathParam("op") String operation,
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("section") @Nullable String section,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        requireFacility(view, operation, facility);
        requireSection(view, operation, facility, section);
        Predicate<Placement> wanted = status(status);
        return placements(
                view,
                operation,
                "placements",
                placement ->
                        wanted.test(placement)
                                && (facility == null || placement.facilityId().equals(facility))
                                && (section == null || section.equals(placement.place().section())),
                cursor,
                limit);
    }

    @GET
    @Path("/operations/{op}/questions")
    @Access(everyOfficer = true)
    @Operation(
            summary = "Placements that a later fact put in question (P14)",
            description =
                    "What no signature lifts (P3, P4, P5, P13) is open until the rule is kept again, the"
                            + " rest until two humans settle it, or the placement ends. By status due or"
                            + " overdue; what is overdue is also an event, once.")
    @APIResponse(
            responseCode = "200",
            description = "A page of placements",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response questions(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        requireDueOrOverdue(status);
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        KnownOperation known = view.known().operation(operation);
        Instant now = reads.now();
        return placements(
                view,
                operation,
                "questions",
                placement -> isQuestioned(placement, known, status, now),
                cursor,
                limit);
    }

    private static boolean isQuestioned(
            Placement placement, KnownOperation known, @Nullable String status, Instant now) {
        return known.legalProfile() != null
                && Raised.of(placement, known)
                        .anyMatch(raised ->
                                status == null
                                        || raised.isOverdue(now) == status.equals("overdue"));
    }

    // An empty list would say that nobody is there.
    private static void requireFacility(
            View<PlacementState, Knowledge> view, String operation, @Nullable String facility) {
        if (facility != null && view.own().operation(operation).facility(facility).isEmpty()) {
            throw ProblemException.badRequest("facility must be one of the operation's.");
        }
    }

    private static void requireSection(
            View<PlacementState, Knowledge> view,
            String operation,
            @Nullable String facility,
            @Nullable String section) {
        if (section != null
                && (facility == null
                        || view.own()
                                .operation(operation)
                                .facility(facility)
                                .flatMap(one -> one.section(section))
                                .isEmpty())) {
            throw ProblemException.badRequest("section must be one of the facility's.");
        }
    }

    private static void requireDueOrOverdue(@Nullable String status) {
        if (status != null && !status.equals("due") && !status.equals("overdue")) {
            throw ProblemException.badRequest("status must be due or overdue.");
        }
    }

    private Response placements(
            View<PlacementState, Knowledge> view,
            String operation,
            String name,
            Predicate<Placement> wanted,
            @Nullable String cursor,
            @Nullable String limit) {
        KnownOperation known = view.known().operation(operation);
        Instant now = reads.now();
        List<Placement> found =
                view.own().operation(operation).placements().values().stream()
                        .filter(wanted)
                        .sorted(
                                Comparator.comparing(Placement::since)
                                        .thenComparing(Placement::placementId))
                        .toList();
        return csv.isAsked()
                ? csv.of(
                        view,
                        name,
                        PlacementView.class,
                        () ->
                                found.stream()
                                        .map(placement -> PlacementView.of(placement, known, now)))
                : Reads.ok(
                        view,
                        Page.of(found, cursor, Page.limit(limit))
                                .map(placement -> PlacementView.of(placement, known, now)));
    }

    @GET
    @Path("/operations/{op}/duties")
    @Access(everyOfficer = true)
    @Operation(
            summary = "What the legal profile asks for and is not done (P10 to P12)",
            description =
                    "Earliest first; by status due or overdue, and by facility. Of people who wait under"
                            + " guard in a line as well, without a placement and a facility. What is"
                            + " overdue is also an event, once. By status done-in-time: what was"
                            + " reported as overdue, was done in time and recorded late.")
    @APIResponse(
            responseCode = "200",
            description = "A page of duties",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response duties(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        boolean inTime = DutyView.DONE_IN_TIME.equals(status);
        if (!inTime) {
            requireDueOrOverdue(status);
        }
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        requireFacility(view, operation, facility);
        return inTime
                ? duties(view, doneInTime(view, operation, facility), cursor, limit)
                : duties(view, open(view, operation, facility, status, reads.now()), cursor, limit);
    }

    private static List<DutyView> open(
            View<PlacementState, Knowledge> view,
            String operation,
            @Nullable String facility,
            @Nullable String status,
            Instant now) {
        KnownOperation known = view.known().operation(operation);
        return OpenDuties.of(view.own().operation(operation), known)
                .filter(duty -> facility == null || facility.equals(duty.facilityId()))
                .filter(duty -> status == null || duty.isOverdue(now) == status.equals("overdue"))
                .sorted(
                        Comparator.comparing(Duty::due)
                                .thenComparing(Duty::about)
                                .thenComparing(Duty::kind))
                .map(duty -> DutyView.of(duty, known, now))
                .toList();
    }

    private static List<DutyView> doneInTime(
            View<PlacementState, Knowledge> view, String operation, @Nullable String facility) {
        KnownOperation known = view.known().operation(operation);
        return view.own().operation(operation).custodies().values().stream()
                .flatMap(custody -> custody.inTime().stream())
                .filter(done -> facility == null || facility.equals(done.facilityId()))
                .sorted(
                        Comparator.comparing(DoneInTime::due)
                                .thenComparing(DoneInTime::personId)
                                .thenComparing(DoneInTime::kind))
                .map(done -> DutyView.of(done, known))
                .toList();
    }

    private Response duties(
            View<PlacementState, Knowledge> view,
            List<DutyView> found,
            @Nullable String cursor,
            @Nullable String limit) {
        return csv.isAsked()
                ? csv.of(view, "duties", DutyView.class, found::stream)
                : Reads.ok(view, Page.of(found, cursor, Page.limit(limit)));
    }

    @GET
    @Path("/operations/{op}/convoys")
    @Access(everyOfficer = true)
    @Operation(summary = "Convoys, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of convoys",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response convoys(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<Convoy> found =
                view.own().operation(operation).convoys().values().stream()
                        .sorted(
                                Comparator.comparing(Convoy::since)
                                        .reversed()
                                        .thenComparing(Convoy::convoyId))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "convoys", Convoy.class, found::stream)
                : Reads.ok(view, Page.of(found, cursor, Page.limit(limit)));
    }

    @GET
    @Path("/operations/{op}/convoys/{convoyId}")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "A convoy: who is on board, and who did not arrive")
    @APIResponse(
            responseCode = "200",
            description = "The convoy",
            content = @Content(schema = @Schema(implementation = Convoy.class)))
    public Response convoy(
            @PathParam("op") String operation, @PathParam("convoyId") String convoyId) {
        UUID id = PathId.uuid("convoyId", convoyId);
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        OperationPlacements state = view.own().operation(operation);
        return Reads.ok(
                view,
                state.convoy(id)
                        .orElseThrow(() -> ProblemException.notFound("There is no such convoy.")));
    }

    @GET
    @Path("/operations/{op}/capacity-changes")
    @Access(everyOfficer = true)
    @Operation(summary = "Changes of capacity that wait for a second person (P1)")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = CapacityRequest[].class)))
    public Response capacityChanges(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<CapacityRequest> found =
                view.own().operation(operation).capacityRequests().values().stream()
                        .sorted(Comparator.comparing(CapacityRequest::changeId))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "capacity-changes", CapacityRequest.class, found::stream)
                : Reads.ok(view, found);
    }

    private static Predicate<Placement> status(@Nullable String status) {
        if (status == null) {
            return placement -> placement.status().isOpen();
        }
        for (Placement.Status one : Placement.Status.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(status)) {
                return placement -> placement.status() == one;
            }
        }
        throw ProblemException.badRequest("status must be ordered, placed, cancelled or ended.");
    }
}
