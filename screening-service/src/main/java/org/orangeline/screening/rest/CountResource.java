package org.orangeline.screening.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.lines.Flow;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.view.Census;
import org.orangeline.screening.view.Counts;
import org.orangeline.screening.view.Lines;
import org.pcollections.PMap;

/** How many there are, and how many pass. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class CountResource {

    /** The longest span of one call: a month of hours. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration USUAL = Duration.ofHours(24);

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Reads reads;
    private final Lines lines;
    private final Census census;
    private final Lists lists;

    CountResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Reads reads,
            Lines lines,
            Census census,
            Lists lists) {
        this.engine = engine;
        this.reads = reads;
        this.lines = lines;
        this.census = census;
        this.lists = lists;
    }

    @GET
    @Path("/operations/{op}/counts")
    @Access(everyOfficer = true)
    @Operation(
            summary = "How many there are",
            description =
                    "Per line and need those who wait; per finding and screening status every"
                            + " registration in use. What was merged into another one counts nowhere.")
    @APIResponse(
            responseCode = "200",
            description = "The counts of one moment",
            content = @Content(schema = @Schema(implementation = CountsView.class)))
    public Response counts(@PathParam("op") String operation) {
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant now = reads.now();
        Counts counts = census.of(operation, view.own(), view.known());
        return Reads.ok(
                view,
                new CountsView(
                        counts.registered(),
                        lines.counts(operation, view.own(), view.known()).stream()
                                .map(count -> LineViews.LineView.of(count, now))
                                .toList(),
                        counts.findings(),
                        counts.screenings(),
                        counts.needs(),
                        counts.screenAgain(),
                        counts.screenAgainOverdue()));
    }

    @GET
    @Path("/operations/{op}/flow")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "How many pass in an hour",
            description =
                    "Who got a first line, and whose screening was concluded; the last 24 hours when"
                            + " nothing is said, 31 days at most. Hours are of UTC.")
    @APIResponse(
            responseCode = "200",
            description = "Each hour, the earliest first",
            content = @Content(schema = @Schema(implementation = HourView[].class)))
    public Response flow(
            @PathParam("op") String operation,
            @QueryParam("per") @Nullable String per,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        if (per != null && !per.equals("hour")) {
            throw ProblemException.badRequest("per must be hour.");
        }
        View<ScreeningState, Knowledge> view = reads.view(engine, operation);
        Instant end = to == null ? reads.now() : instant("to", to);
        Instant begin =
                (from == null ? end.minus(USUAL) : instant("from", from))
                        .truncatedTo(ChronoUnit.HOURS);
        if (begin.isAfter(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("from must be before to, and at most 31 days.");
        }
        PMap<String, Flow> flow = view.own().operation(operation).flow();
        return lists.whole(
                view,
                "flow",
                Stream.iterate(
                                begin,
                                hour -> hour.isBefore(end),
                                hour -> hour.plus(1, ChronoUnit.HOURS))
                        .map(hour ->
                                HourView.of(hour, flow.getOrDefault(hour.toString(), Flow.NONE)))
                        .toList(),
                HourView.class);
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(name + " must be an instant of ISO 8601.");
        }
    }

    /**
     * @param registered registrations in use
     * @param screenings by how far they are
     * @param needs of those who wait in a line
     * @param screenAgain who was found UNDETERMINED and has to be screened again
     * @param screenAgainOverdue those of them for whom that was reported as overdue (rule S1)
     */
    @Schema(name = "Counts")
    public record CountsView(
            int registered,
            List<LineViews.LineView> lines,
            Map<Finding, Integer> findings,
            Map<Screening.Status, Integer> screenings,
            Map<String, Integer> needs,
            int screenAgain,
            int screenAgainOverdue) {}

    /**
     * @param hour its first instant
     * @param assigned who got a first line
     * @param concluded findings that were approved
     */
    @Schema(name = "FlowHour")
    public record HourView(Instant hour, int assigned, int concluded) {

        static HourView of(Instant hour, Flow flow) {
            return new HourView(hour, flow.assigned(), flow.concluded());
        }
    }
}
