package org.orangeline.kit.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.State;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Purpose;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.runtime.kafka.Engine;

/** Items of tablets that wait here, and those that were refused after they had waited. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class HeldResource {

    private final Csv csv;
    private final HeldLog log;
    private final HeldItems items;
    private final CurrentCaller caller;
    private final RawRequest request;
    private final Engine<?, ?, ?, ?> engine;

    HeldResource(
            HeldLog log,
            HeldItems items,
            CurrentCaller caller,
            RawRequest request,
            Engine<?, ?, ?, ?> engine,
            Csv csv) {
        this.csv = csv;
        this.engine = engine;
        this.log = log;
        this.items = items;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Path("/operations/{op}/held")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @PresentOnly
    @Access(everyOfficer = true)
    @Operation(
            summary = "Items of tablets that wait here, or were refused after they had waited",
            description =
                    "Each tablet's in its order; never what is in them. `?state=quarantined`: what a"
                            + " revoked tablet uploaded, or one of another reception point. What"
                            + " a human has settled, or an erasure ended, is listed with"
                            + " `?state=settled` only, what was released and stored with"
                            + " `?state=done`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response held(
            @PathParam("op") String operation,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        log.requireCaughtUp();
        Optional<State> only = Optional.ofNullable(state).map(HeldResource::state);
        List<HeldItem> found =
                log.in(operation).stream()
                        .filter(held ->
                                only.map(wanted -> held.state() == wanted)
                                        .orElse(
                                                held.state() != State.SETTLED
                                                        && held.state() != State.DONE))
                        .toList();
        return csv.isAsked()
                ? csv.of(
                                "held",
                                HeldViews.Line.class,
                                () -> found.stream().map(held -> HeldViews.line(held, items)))
                        .build()
                : Response.ok(
                                Page.of(found, cursor, Page.limit(limit))
                                        .map(held -> HeldViews.line(held, items)))
                        .build();
    }

    @GET
    @Path("/operations/{op}/held/{itemId}")
    @PresentOnly
    @Access(everyOfficer = true)
    @Operation(
            summary = "One of them, with what was uploaded",
            description =
                    "The body is for who uploaded it, and for who may read what this service's calls"
                            + " bring: identities in intake-service, statements and answers in"
                            + " screening-service (and medical notes for a clearance), statements"
                            + " in placement-service. Another coordinator is shown which call it"
                            + " is, and of the body codes, times, numbers and ids (`abridged`).")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Content.class)))
    public Response one(@PathParam("op") String operation, @PathParam("itemId") String id) {
        HeldItem held = log.require(operation, PathId.uuid("itemId", id));
        Optional<String> purpose = Purpose.of(request);
        Caller who = caller.get();
        Optional<Item> content =
                HeldReaders.mayReadCall(engine.service(), held, who, purpose)
                        ? items.open(held)
                                .filter(item ->
                                        !HeldReaders.isHidden(item)
                                                || HeldReaders.mayKnowOfHidden(held, who, purpose))
                        : Optional.empty();
        boolean whole =
                content.filter(item ->
                                HeldReaders.mayReadBody(engine.service(), held, item, who, purpose))
                        .isPresent();
        return Response.ok(
                        new HeldViews.Content(
                                HeldViews.line(held, items),
                                held.persons(),
                                content.map(Item::method).orElse(null),
                                content.map(Item::path).orElse(null),
                                content.map(Item::body)
                                        .map(all -> whole ? all : PlainFields.of(all))
                                        .map(all ->
                                                HeldReaders.mayKnowOfHidden(held, who, purpose)
                                                        ? all
                                                        : PlainFields.listed(all))
                                        .orElse(null),
                                content.isPresent() && !whole))
                .build();
    }

    private static State state(String text) {
        for (State state : State.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return state;
            }
        }
        throw ProblemException.badRequest(
                "state must be waiting, quarantined, refused, settled or done.");
    }
}
