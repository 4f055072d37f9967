package org.orangeline.screening.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.view.FindingInDoubt;
import org.orangeline.screening.view.Lines;
import org.orangeline.screening.view.ScreeningQueue;
import org.orangeline.screening.view.ToApprove;
import org.orangeline.screening.view.ToScreenAgain;

/** What waits for an officer: people to question, lines to decide on. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class QueueResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Reads reads;
    private final ScreeningQueue queue;
    private final Lines lines;
    private final Lists lists;

    QueueResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Reads reads,
            ScreeningQueue queue,
            Lines lines,
            Lists lists) {
        this.engine = engine;
        this.reads = reads;
        this.queue = queue;
        this.lines = lines;
        this.lists = lists;
    }

    @GET
    @Path("/operations/{op}/screening-queue")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Whom to question next",
            description =
                    "Who was found UNDETERMINED and is beyond the limit of the next screening first,"
                            + " then vulnerable people (needs, children, ages in doubt), then who waits"
                            + " longest; each with the family. Nobody whose recommendation waits for an"
                            + " approver.")
    @APIResponse(
            responseCode = "200",
            description = "A page of persons",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response queue(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant now = reads.now();
        return lists.paged(
                view,
                "screening-queue",
                queue.of(operation, view.own(), view.known(), now),
                cursor,
                limit,
                QueueViews.ToScreenView.class,
                one -> QueueViews.ToScreenView.of(one, operation, view.own(), view.known(), now));
    }

    @GET
    @Path("/operations/{op}/screening-again")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Who was found UNDETERMINED and has to be screened again",
            description =
                    "With the limit of the legal profile, and whether it was reported as passed (rule"
                            + " S1). `status`: due or overdue; both when nothing is said. The one who"
                            + " is due first, first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of persons",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response again(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        if (status != null && !status.equals("due") && !status.equals("overdue")) {
            throw ProblemException.badRequest("status must be due or overdue.");
        }
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant now = reads.now();
        return lists.paged(
                view,
                "screening-again",
                ToScreenAgain.of(operation, view.own(), view.known()).stream()
                        .filter(one ->
                                status == null
                                        || status.equals("overdue") == !now.isBefore(one.due()))
                        .toList(),
                cursor,
                limit,
                QueueViews.AgainView.class,
                one -> QueueViews.AgainView.of(one, now));
    }

    @GET
    @Path("/operations/{op}/approvals")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({
        Role.SCREENING_OFFICER,
        Role.APPROVER,
        Role.PROTECTION_OFFICER,
        Role.PLACEMENT_OFFICER,
        Role.REVIEWER,
        Role.COORDINATOR,
        Role.AUDITOR
    })
    @Operation(
            summary = "Recommendations that wait for an approver, or were sent back",
            description =
                    "`status`: waiting (when nothing is said) or returned, with who recommended or"
                            + " sent back, and since when. Vulnerable people (needs, children, ages"
                            + " in doubt) first, then the longest waiting. Who recommended approves"
                            + " nothing (rule S3).")
    @APIResponse(
            responseCode = "200",
            description = "A page of recommendations",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response approvals(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        if (status != null && !status.equals("waiting") && !status.equals("returned")) {
            throw ProblemException.badRequest("status must be waiting or returned.");
        }
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant now = reads.now();
        return lists.paged(
                view,
                "approvals",
                ToApprove.of(operation, "returned".equals(status), view.own(), view.known(), now),
                cursor,
                limit,
                QueueViews.ToApproveView.class,
                one -> QueueViews.ToApproveView.of(one, now));
    }

    @GET
    @Path("/operations/{op}/findings-in-doubt")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({
        Role.SCREENING_OFFICER,
        Role.APPROVER,
        Role.PROTECTION_OFFICER,
        Role.PLACEMENT_OFFICER,
        Role.REVIEWER,
        Role.COORDINATOR,
        Role.AUDITOR
    })
    @Operation(
            summary = "Whose finding a later fact contradicts",
            description =
                    "A finding FIGHTER of who turned out to be a child then (rule S5), and a finding"
                            + " after questions for which no clearance of the person's own counts"
                            + " (S4), since a correction, a merge or a merge that was taken back."
                            + " Listed until the screening is reopened, or the fact is another one."
                            + " The oldest finding first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of persons",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response inDoubt(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        return lists.paged(
                view,
                "findings-in-doubt",
                FindingInDoubt.of(operation, view.own(), view.known()),
                cursor,
                limit,
                QueueViews.InDoubtView.class,
                QueueViews.InDoubtView::of);
    }

    @GET
    @Path("/operations/{op}/lines/suggestions")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Who would be sent to another line now",
            description =
                    "Since a correction, a family link, or a mother who came later. Open until the line"
                            + " officer moves the person, or says that the person stays: a reassignment"
                            + " to the group where the person waits. The oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of suggestions",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response suggestions(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        return lists.paged(
                view,
                "suggestions",
                lines.suggestions(operation, view.own(), view.known()),
                cursor,
                limit,
                QueueViews.SuggestionView.class,
                QueueViews.SuggestionView::of);
    }
}
