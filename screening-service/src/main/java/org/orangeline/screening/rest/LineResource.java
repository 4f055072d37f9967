package org.orangeline.screening.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Recorded;
import org.orangeline.events.plan.Group;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.view.Lines;

/** Lines: how many wait, who comes next, who is moved. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class LineResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Lines lines;
    private final Lists lists;

    LineResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Lines lines,
            Lists lists) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.lines = lines;
        this.lists = lists;
    }

    @GET
    @Path("/operations/{op}/lines")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "The lines",
            description = "Every line of the plan: how many wait, and how long the longest does.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the plan",
            content = @Content(schema = @Schema(implementation = LineViews.LineView[].class)))
    public Response lines(@PathParam("op") String operation) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant now = reads.now();
        return lists.whole(
                view,
                "lines",
                lines.counts(operation, view.own(), view.known()).stream()
                        .map(count -> LineViews.LineView.of(count, now))
                        .toList(),
                LineViews.LineView.class);
    }

    @GET
    @Path("/operations/{op}/lines/{group}/persons")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Who waits in a line",
            description =
                    "Vulnerable first, then longest waiting. At the officer's table those come first"
                            + " whose age is in doubt.")
    @APIResponse(
            responseCode = "200",
            description = "A page of persons",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response waiting(
            @PathParam("op") String operation,
            @PathParam("group") String code,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Group group = group(view.known().operation(operation), code);
        if (group == null) {
            throw ProblemException.notFound("The operation's plan has no such group.");
        }
        Instant now = reads.now();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return lists.paged(
                view,
                "line-" + group.code(),
                lines.queue(operation, group, view.own(), view.known(), today),
                cursor,
                limit,
                LineViews.WaitingView.class,
                waiting -> LineViews.WaitingView.of(waiting, now));
    }

    @POST
    @Path("/operations/{op}/persons/{id}/group")
    @Access(value = Role.LINE_OFFICER, humanOnly = true)
    @Operation(
            summary = "Move a person to another line",
            description =
                    "With a reason (rule L3); never a child to a men's line (rule L2). To the group where"
                            + " the person waits: the person stays, and a suggestion of another line is"
                            + " settled; the wait goes on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "to the officer's table",
                                            value = ScreeningExamples.GROUP)))
    @APIResponse(
            responseCode = "201",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @APIResponse(responseCode = "409", description = "Waits there already, or in no line yet")
    @APIResponse(responseCode = "422", description = "Rule L2, L3 or S6 refuses")
    public Response move(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        GroupRequest request = body.json(bytes, GroupRequest.class);
        if (group(engine.view(operation).known().operation(operation), request.group()) == null) {
            throw ProblemException.field("group", "must be a group of the operation's plan");
        }
        return submissions.created(
                new ReassignGroup(
                        operation,
                        personId,
                        request.group(),
                        Confidential.of(request.reason()),
                        request.at()),
                "group " + personId,
                bytes,
                Moved::of);
    }

    private static @Nullable Group group(@Nullable KnownOperation operation, String code) {
        return operation == null ? null : operation.group(code).orElse(null);
    }

    /**
     * @param from the group before
     */
    public record Moved(UUID personId, String from, String group, String line, Instant recordedAt) {

        static Moved of(Outcome.Done done) {
            Recorded<GroupReassigned> moved = done.first(GroupReassigned.class);
            return new Moved(
                    moved.event().personId(),
                    moved.event().from(),
                    moved.event().group(),
                    moved.event().line(),
                    moved.envelope().time());
        }
    }
}
