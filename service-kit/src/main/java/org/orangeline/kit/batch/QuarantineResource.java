package org.orangeline.kit.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.kafka.Engine;

/** What revoked tablets uploaded, and a human lets be decided all the same. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class QuarantineResource {

    private static final String REASON =
            "{\"reason\":\"called Dilan, who made these entries before the tablet was lost\"}";

    private final HeldLog log;
    private final HeldItems items;
    private final Engine<?, ?, ?, ?> engine;
    private final Commands commands;
    private final Body body;
    private final CurrentCaller caller;

    QuarantineResource(
            HeldLog log,
            HeldItems items,
            Engine<?, ?, ?, ?> engine,
            Commands commands,
            Body body,
            CurrentCaller caller) {
        this.log = log;
        this.items = items;
        this.engine = engine;
        this.commands = commands;
        this.body = body;
        this.caller = caller;
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/release")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Let an item of a revoked tablet be decided",
            description =
                    "It is decided like any other held item, in the name of who uploaded it; who"
                            + " released it, when and why stays with it, and with its outcome. What"
                            + " must not be decided is discarded.")
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
    @APIResponse(responseCode = "409", description = "It is not in quarantine")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response release(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        UUID itemId = PathId.uuid("itemId", id);
        HeldViews.Reason why = body.json(bytes, HeldViews.Reason.class);
        caller.requireHuman();
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (!log.isCaughtUp()) {
            throw ProblemException.unavailable("What is held is not read back yet.");
        }
        return log.of(operation, itemId)
                .flatMap(held ->
                        log.change(
                                held,
                                now ->
                                        items.released(
                                                quarantined(now), caller.get(), why.reason())))
                .map(released -> Response.ok(HeldViews.line(released, items)).build())
                .orElseThrow(() -> ProblemException.notFound("No such item is held here."));
    }

    private static HeldItem quarantined(HeldItem held) {
        if (held.state() != HeldItem.State.QUARANTINED) {
            throw new ProblemException(
                    Problem.of(
                            409,
                            "conflict",
                            "It does not fit the state",
                            "Only what is in quarantine is released, once."));
        }
        return held;
    }
}
