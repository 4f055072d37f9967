package org.orangeline.kit.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.keys.KeyServiceException;

/** The keys that an operation's texts are sealed with, in this service. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class KeyResource {

    private static final Logger LOG = Logger.getLogger("org.orangeline.keys");
    private static final int MINUTES = 5;

    private final Engine<?, ?, ?, ?> engine;
    private final Commands commands;
    private final CurrentCaller caller;
    private final Body body;
    private final Instance<OtherKeys> others;

    KeyResource(
            Engine<?, ?, ?, ?> engine,
            Commands commands,
            CurrentCaller caller,
            Body body,
            Instance<OtherKeys> others) {
        this.others = others;
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/keys/rotation")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Give an operation new keys in this service",
            description =
                    "The persons' keys are wrapped anew and the old keys above them destroyed; no event"
                            + " is touched. After an erasure this makes sure that no copy of the erased"
                            + " key, in a backup or an old segment of the log, can be used any more.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rotation.class),
                            examples =
                                    @ExampleObject(
                                            name = "after an erasure",
                                            value = "{\"why\":\"ERASURE\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Rotated",
            content = @Content(schema = @Schema(implementation = Rotated.class)))
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    @APIResponse(responseCode = "503", description = "Not now; everything can still be read")
    public Response rotate(@PathParam("op") String operation, byte[] bytes) {
        Rotation rotation = body.json(bytes, Rotation.class);
        caller.requireHuman();
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        try {
            // Before anything is made: what is missing must not be made anew under its name.
            engine.keys().requireMaster(engine.partition(operation), operation);
            // First, so that a rotation of the persons' keys that takes long skips none of them.
            others.forEach(keys -> keys.rotate(operation));
            int persons = engine.rotateKeys(operation).get(MINUTES, TimeUnit.MINUTES);
            LOG.infof(
                    "keys of %s were rotated by %s: %s",
                    operation, caller.get().actor().text(), rotation.why());
            return Response.ok(new Rotated(persons)).build();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeyServiceException cause) {
                throw notRotated(operation, cause);
            }
            throw new IllegalStateException("the rotation failed", e.getCause());
        } catch (KeyServiceException e) {
            throw notRotated(operation, e);
        } catch (TimeoutException e) {
            LOG.warnf("the rotation of the keys of %s takes longer than its call", operation);
            throw ProblemException.unavailable(
                    "The rotation goes on; call again to be told that it has ended.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The instance is being stopped.");
        }
    }

    private static ProblemException notRotated(String operation, KeyServiceException why) {
        LOG.errorf("keys of %s were not rotated: %s", operation, why.getMessage());
        return ProblemException.unavailable("The keys were not rotated: " + why.getMessage());
    }

    /**
     * @param why goes to the service's log, with who asked
     */
    @Schema(name = "KeyRotation")
    public record Rotation(@NotNull Why why) {}

    /** What a rotation is for. */
    public enum Why {
        ERASURE,
        SCHEDULE,
        SUSPICION
    }

    /**
     * @param persons whose keys were wrapped anew
     */
    @Schema(name = "KeysRotated")
    public record Rotated(int persons) {}
}
