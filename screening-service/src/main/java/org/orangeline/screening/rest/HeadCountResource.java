package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.CountHeads;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.lines.HeadCount;
import org.orangeline.screening.lines.HeadCountDecider;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Head counts of a line against the register. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class HeadCountResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Lists lists;

    HeadCountResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Lists lists) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.lists = lists;
    }

    @POST
    @Path("/operations/{op}/lines/{group}/head-counts")
    @Access(Role.LINE_OFFICER)
    @Operation(
            summary = "Count the heads in a line",
            description =
                    "Held against the register as it is when the count is recorded; the mismatch is a"
                            + " fact and corrects nothing. A count that was made earlier says when"
                            + " (`at`).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeadCountRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "at noon",
                                            value = ScreeningExamples.HEAD_COUNT)))
    @APIResponse(
            responseCode = "201",
            description = "Counted",
            content = @Content(schema = @Schema(implementation = HeadCountView.class)))
    public Response count(
            @PathParam("op") String operation, @PathParam("group") String group, byte[] bytes) {
        HeadCountRequest request = body.json(bytes, HeadCountRequest.class);
        requireGroup(engine.view(operation).known(), operation, group);
        return submissions.created(
                new CountHeads(operation, group, request.counted(), request.at()),
                "head-counts " + group,
                bytes,
                HeadCountView::of);
    }

    @GET
    @Path("/operations/{op}/lines/{group}/head-counts")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "The head counts of a line", description = "The last one first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of head counts",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response counts(
            @PathParam("op") String operation,
            @PathParam("group") String group,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        requireGroup(view.known(), operation, group);
        PVector<HeadCount> counts =
                view.own()
                        .operation(operation)
                        .headCounts()
                        .getOrDefault(group, TreePVector.empty());
        return lists.paged(
                view,
                "head-counts-" + group,
                counts.reversed(),
                cursor,
                limit,
                HeadCountView.class,
                count ->
                        new HeadCountView(
                                count.countId(),
                                group,
                                count.counted(),
                                count.registered(),
                                count.mismatch(),
                                count.by(),
                                count.at(),
                                count.told()));
    }

    private static void requireGroup(Knowledge known, String operation, String group) {
        KnownOperation open = known.operation(operation);
        if (open == null || open.group(group).isEmpty()) {
            throw ProblemException.notFound("The operation's plan has no such group.");
        }
    }

    /**
     * @param counted how many stand in the line
     * @param at when they were counted; now when it is left out
     */
    @Schema(name = "HeadCount")
    public record HeadCountRequest(
            @NotNull @Min(0) @Max(HeadCountDecider.MOST) Integer counted, @Nullable Instant at) {}

    /**
     * @param registered how many waited there by the register
     * @param mismatch counted less registered
     * @param countedBy who, as the log has it
     * @param recordedAt when it was recorded, and held against the register
     * @param at when the heads were counted, where that was told
     */
    @Schema(name = "HeadCounted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeadCountView(
            UUID countId,
            String group,
            int counted,
            int registered,
            int mismatch,
            String countedBy,
            Instant recordedAt,
            @Nullable Instant at) {

        static HeadCountView of(Outcome.Done done) {
            Recorded<HeadCounted> recorded = done.first(HeadCounted.class);
            HeadCounted event = recorded.event();
            return new HeadCountView(
                    event.countId(),
                    event.group(),
                    event.counted(),
                    event.registered(),
                    event.mismatch(),
                    recorded.envelope().actor(),
                    recorded.envelope().time(),
                    event.at());
        }
    }
}
