package org.orangeline.kit.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.batch.HeldItem.State;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.kafka.Engine;

/** Items of tablets that wait here, and those that were refused after they had waited. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class HeldResource {

    private static final String REASON = "{\"reason\":\"told the reception point by radio\"}";

    private final HeldLog log;
    private final HeldItems items;
    private final HeldReleaser releaser;
    private final Engine<?, ?, ?, ?> engine;
    private final Commands commands;
    private final Body body;
    private final CurrentCaller caller;
    private final RawRequest request;

    HeldResource(
            HeldLog log,
            HeldItems items,
            HeldReleaser releaser,
            Engine<?, ?, ?, ?> engine,
            Commands commands,
            Body body,
            CurrentCaller caller,
            RawRequest request) {
        this.releaser = releaser;
        this.engine = engine;
        this.commands = commands;
        this.log = log;
        this.items = items;
        this.body = body;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Path("/operations/{op}/held")
    @Access(everyOfficer = true)
    @Operation(
            summary = "Items of tablets that wait here, or were refused after they had waited",
            description =
                    "Each tablet's in its order; never what is in them. `?state=quarantined`: what a"
                            + " revoked tablet uploaded. What a human has settled is listed with"
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
        requireCaughtUp();
        Optional<State> only = Optional.ofNullable(state).map(HeldResource::state);
        List<HeldItem> found =
                log.in(operation).stream()
                        .filter(held ->
                                only.map(wanted -> held.state() == wanted)
                                        .orElse(
                                                held.state() != State.SETTLED
                                                        && held.state() != State.DONE))
                        .toList();
        return Response.ok(
                        Page.of(found, cursor, Page.limit(limit))
                                .map(held -> HeldViews.line(held, items)))
                .build();
    }

    @GET
    @Path("/operations/{op}/held/{itemId}")
    @Access(everyOfficer = true)
    @Operation(
            summary = "One of them, with what was uploaded",
            description =
                    "The content is for who uploaded it, and for who may read identities, statements,"
                            + " answers and medical notes alike.")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Content.class)))
    public Response one(@PathParam("op") String operation, @PathParam("itemId") String id) {
        HeldItem held = item(operation, id);
        Optional<Item> content = mayReadContent(held) ? items.open(held) : Optional.empty();
        return Response.ok(
                        new HeldViews.Content(
                                HeldViews.line(held, items),
                                content.map(NamedPersons::concernedBy).orElse(held.persons()),
                                content.map(Item::method).orElse(null),
                                content.map(Item::path).orElse(null),
                                content.map(Item::body).orElse(null)))
                .build();
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/acknowledgement")
    @Access(
            value = {Role.COORDINATOR, Role.REGISTRAR},
            humanOnly = true)
    @Operation(
            summary = "Say that a refusal was seen",
            description = "The item's content is destroyed; who saw it, when and why stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldViews.Reason.class),
                            examples = @ExampleObject(name = "reason", value = REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Line.class)))
    @APIResponse(responseCode = "409", description = "It was not refused, or settled before")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response acknowledge(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        HeldViews.Reason why = body.json(bytes, HeldViews.Reason.class);
        caller.requireHuman();
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return log.change(
                        refused(item(operation, id)),
                        now ->
                                items.settled(
                                        refused(now), How.ACKNOWLEDGED, caller.get(), why.reason()))
                .map(settled -> Response.ok(HeldViews.line(settled, items)).build())
                .orElseThrow(() -> ProblemException.notFound("No such item is held here."));
    }

    private static HeldItem refused(HeldItem held) {
        if (held.state() != State.REFUSED) {
            throw new ProblemException(
                    Problem.of(
                            409,
                            "conflict",
                            "It does not fit the state",
                            "Only what was refused is acknowledged, once."));
        }
        return held;
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/discarding")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Let an item wait no longer, or end its quarantine for good",
            description =
                    "For what can never be decided, as when it names somebody by a wrong id. Its content"
                            + " is destroyed; who discarded it, when and why stays. What waits behind"
                            + " it goes on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldViews.Reason.class),
                            examples = @ExampleObject(name = "reason", value = REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Line.class)))
    @APIResponse(responseCode = "409", description = "It waits no more")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response discard(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        HeldViews.Reason why = body.json(bytes, HeldViews.Reason.class);
        caller.requireHuman();
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        HeldItem held = item(operation, id);
        return releaser.discard(held, caller.get(), why.reason())
                .map(settled -> Response.ok(HeldViews.line(settled, items)).build())
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        409,
                                        "conflict",
                                        "It does not fit the state",
                                        "It was decided, or settled, before.")));
    }

    private HeldItem item(String operation, String id) {
        UUID itemId = PathId.uuid("itemId", id);
        requireCaughtUp();
        return log.of(operation, itemId)
                .orElseThrow(() -> ProblemException.notFound("No such item is held here."));
    }

    private boolean mayReadContent(HeldItem held) {
        var who = caller.get();
        return (who.actor().isHuman() == held.human() && who.actor().id().equals(held.subject()))
                || (Confidentials.mayReadIdentity(who, request.header("Purpose"))
                        && Confidentials.mayReadStatements(who)
                        && Confidentials.mayReadAnswers(who)
                        && Confidentials.mayReadMedicalNotes(who));
    }

    private void requireCaughtUp() {
        if (!log.isCaughtUp()) {
            throw ProblemException.unavailable("What is held is not read back yet.");
        }
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
