package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.devices.Enrolment;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.DeviceTokens;
import org.orangeline.kit.rest.OpenCalls;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Proof;
import org.orangeline.runtime.kafka.Engine;

/**
 * A tablet shows that it has its key, and gets a token for a while. Both calls are answered by the
 * instance that decides for the operation: there an assertion is used once.
 */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class DeviceTokenResource {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Commands commands;
    private final Body body;
    private final Challenges challenges;
    private final DeviceTokens tokens;
    private final OpenCalls open;

    DeviceTokenResource(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Commands commands,
            Body body,
            Challenges challenges,
            DeviceTokens tokens,
            OpenCalls open) {
        this.open = open;
        this.engine = engine;
        this.commands = commands;
        this.body = body;
        this.challenges = challenges;
        this.tokens = tokens;
    }

    @POST
    @Path("/operations/{op}/devices/{deviceId}/challenge")
    @Access(proof = Proof.NOTHING)
    @Operation(
            summary = "Ask for something to sign",
            description =
                    "Anybody gets a challenge, whether there is such a tablet or not: it tells nothing"
                            + " and is good for nothing without the tablet's key. It runs out after"
                            + " two minutes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeviceViews.Ask.class),
                            examples =
                                    @ExampleObject(
                                            name = "for a token",
                                            value = DeviceViews.CHALLENGE)))
    @APIResponse(
            responseCode = "200",
            description = "The challenge",
            content = @Content(schema = @Schema(implementation = DeviceViews.Asked.class)))
    public Response challenge(
            @PathParam("op") String operation, @PathParam("deviceId") String id, byte[] bytes) {
        String deviceId = PathId.slug("deviceId", id);
        DeviceViews.Ask unused = body.json(bytes, DeviceViews.Ask.class);
        return commands.elsewhere(engine, operation, bytes)
                .orElseGet(() ->
                        Response.ok(
                                        new DeviceViews.Asked(
                                                challenges.next(operation, deviceId),
                                                Assertions.audience(operation),
                                                Challenges.GOOD_FOR.toSeconds()))
                                .build());
    }

    @POST
    @Path("/operations/{op}/devices/{deviceId}/token")
    @Access(proof = Proof.DEVICE_ASSERTION)
    @Operation(
            summary = "Get a token of the tablet for fifteen minutes",
            description =
                    "The assertion is a JWS in compact form, signed with the tablet's key (EdDSA), with"
                            + " the claims `aud` and `nonce` of the challenge, `sub` the tablet and"
                            + " `jti`, good once. Times in it are not looked at. A revoked tablet gets"
                            + " a token as well, which says so. What was wrong is not told.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeviceViews.Asserted.class),
                            examples =
                                    @ExampleObject(
                                            name = "an assertion",
                                            value = DeviceViews.ASSERTION)))
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = DeviceViews.Issued.class)))
    public Response token(
            @PathParam("op") String operation, @PathParam("deviceId") String id, byte[] bytes) {
        String deviceId = PathId.slug("deviceId", id);
        DeviceViews.Asserted asserted = body.json(bytes, DeviceViews.Asserted.class);
        Response answer =
                commands.elsewhere(engine, operation, bytes)
                        .orElseGet(() -> issued(operation, deviceId, asserted.assertion()));
        if (answer.getStatus() == 200) {
            open.proved();
        }
        return answer;
    }

    private Response issued(String operation, String deviceId, String assertion) {
        Enrolment device = device(operation, deviceId).orElseThrow(DeviceTokenResource::notGood);
        DeviceKey key = device.publicKey();
        boolean shown =
                key != null
                        && Assertions.read(assertion, operation, deviceId, key)
                                .filter(said ->
                                        challenges.isGood(said.nonce(), operation, deviceId)
                                                && challenges.spend(
                                                        operation, deviceId, said.jti()))
                                .isPresent();
        if (!shown) {
            throw notGood();
        }
        boolean revoked = device.state() == Enrolment.State.REVOKED;
        return Response.ok(
                        new DeviceViews.Issued(
                                tokens.issue(operation, deviceId, device.receptionPoint(), revoked),
                                DeviceTokens.GOOD_FOR.toSeconds(),
                                device.receptionPoint(),
                                revoked))
                .build();
    }

    // As it stands now and never as it stood, for a tablet may have been revoked since.
    private Optional<Enrolment> device(String operation, String deviceId) {
        String staleness = engine.staleness(operation);
        if (!staleness.isEmpty()) {
            throw ProblemException.unavailable(staleness);
        }
        OperationState state = engine.view(operation).own().operation(operation);
        return state == null ? Optional.empty() : state.devices().device(deviceId);
    }

    private static ProblemException notGood() {
        return new ProblemException(
                Problem.of(
                        401,
                        "unauthorized",
                        "Authentication required",
                        "The assertion is not good; ask for another challenge and sign that."));
    }
}
