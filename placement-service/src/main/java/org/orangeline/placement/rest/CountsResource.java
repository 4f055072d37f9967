package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.facilities.Population;
import org.orangeline.placement.facilities.Population.Cell;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** How many, and how many an hour. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class CountsResource {

    private static final List<String> HXL =
            List.of(
                    "#loc+facility+code",
                    "#loc+section+code",
                    "#meta+sex",
                    "#meta+age",
                    "#meta+need+code",
                    "#affected+num");

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Reads reads;
    private final Csv csv;

    CountsResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Reads reads,
            Csv csv) {
        this.engine = engine;
        this.reads = reads;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/counts")
    @Access(everyOfficer = true)
    @Operation(summary = "How many are where, on what basis, and what is due")
    @APIResponse(
            responseCode = "200",
            description = "A count for each facility, basis, status, duty and questioned rule",
            content = @Content(schema = @Schema(implementation = Count[].class)))
    public Response counts(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        KnownOperation known = view.known().operation(operation);
        List<Placement> all = List.copyOf(view.own().operation(operation).placements().values());
        List<Placement> open = all.stream().filter(one -> one.status().isOpen()).toList();
        Instant now = reads.now();
        List<Duty> duties = OpenDuties.of(view.own().operation(operation), known).toList();
        List<Count> counts =
                Stream.of(
                                by("facility", open, Placement::facilityId),
                                by("basis", open, placement -> placement.basis().name()),
                                by(
                                        "status",
                                        all,
                                        one -> one.status().name().toLowerCase(Locale.ROOT)),
                                by(
                                        "duty",
                                        duties,
                                        duty ->
                                                duty.kind()
                                                        + (duty.isOverdue(now)
                                                                ? " overdue"
                                                                : " due")),
                                by(
                                        "questioned",
                                        open.stream()
                                                .flatMap(one ->
                                                        one
                                                                .questioned(known.merges()::stands)
                                                                .stream())
                                                .toList(),
                                        Function.identity()))
                        .flatMap(one -> one)
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "counts", Count.class, counts::stream)
                : Reads.ok(view, counts);
    }

    @GET
    @Path("/operations/{op}/population")
    @Access(everyOfficer = true)
    @Operation(
            summary = "How many people are in each place, by sex and age, or by need",
            description =
                    "By facility and section, as `by=needs` for each need that is no sensitive one. Who is"
                            + " away for a time counts, who is missing does not; a person counts in the band of"
                            + " the lowest age that is possible. `suppress=true` leaves out numbers under 5, for"
                            + " whoever must not know persons. As CSV with `hxl=true` a row of hashtags follows"
                            + " the header (hxlstandard.org).")
    @APIResponse(
            responseCode = "200",
            description = "A count for each facility, section, sex and age band",
            content = @Content(schema = @Schema(implementation = Cell[].class)))
    public Response population(
            @PathParam("op") String operation,
            @QueryParam("by") @Nullable String by,
            @QueryParam("suppress") @Nullable String suppress,
            @QueryParam("hxl") @Nullable String hxl) {
        boolean needs = is("by", by, "needs");
        boolean few = is("suppress", suppress, "true");
        boolean tags = is("hxl", hxl, "true");
        if (tags && !csv.isAsked()) {
            throw ProblemException.badRequest("hxl is for CSV: ask for format=csv.");
        }
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        var population =
                new Population(
                        view.own().operation(operation),
                        view.known().operation(operation),
                        reads.today());
        List<Cell> cells =
                (needs ? population.byNeed() : population.all())
                        .stream().map(cell -> few ? cell.published() : cell).toList();
        return csv.isAsked()
                ? csv.of(view, "population", Cell.class, tags ? HXL : List.of(), cells::stream)
                : Reads.ok(view, cells);
    }

    // A word that says nothing is refused: it would be a filter that filters nothing.
    private static boolean is(String name, @Nullable String said, String word) {
        if (said != null && !said.equals(word)) {
            throw ProblemException.badRequest(name + " must be " + word + ", or left out.");
        }
        return said != null;
    }

    @GET
    @Path("/operations/{op}/flow")
    @Access(everyOfficer = true)
    @Operation(
            summary = "What happened in each hour",
            description =
                    "Orders, admissions, transfers, releases and all else that was recorded, by the"
                            + " time of the record (UTC). `from` is included, `to` is not.")
    @APIResponse(
            responseCode = "200",
            description = "A count for each hour and event, in order",
            content = @Content(schema = @Schema(implementation = Hour[].class)))
    public Response flow(
            @PathParam("op") String operation,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Instant first = instant("from", from, Instant.MIN);
        Instant end = instant("to", to, Instant.MAX);
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<Hour> hours =
                view.own().operation(operation).flow().hours().entrySet().stream()
                        .filter(hour ->
                                !hour.getKey().isBefore(first) && hour.getKey().isBefore(end))
                        .flatMap(hour ->
                                new TreeMap<>(hour.getValue())
                                        .entrySet().stream()
                                                .map(count ->
                                                        new Hour(
                                                                hour.getKey(),
                                                                count.getKey(),
                                                                count.getValue())))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "flow", Hour.class, hours::stream)
                : Reads.ok(view, hours);
    }

    private static <T> Stream<Count> by(String what, List<T> items, Function<T, String> value) {
        Map<String, Long> counted =
                items.stream()
                        .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> new Count(what, entry.getKey(), entry.getValue()));
    }

    private static Instant instant(String name, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(name + " must be an instant of ISO 8601.");
        }
    }

    /**
     * @param what {@code facility}, {@code basis}, {@code status}, {@code duty} or {@code
     *     questioned}
     */
    @Schema(name = "Count")
    public record Count(String what, String value, long count) {}

    /**
     * @param hour its beginning, UTC
     * @param event what was recorded
     */
    @Schema(name = "Hour")
    public record Hour(Instant hour, String event, int count) {}
}
