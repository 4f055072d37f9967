package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.DeviceCommand.EnrolDevice;
import org.orangeline.intake.DeviceCommand.InviteDevice;
import org.orangeline.intake.DeviceCommand.RevokeDevice;
import org.orangeline.intake.rest.DeviceViews.Enrol;
import org.orangeline.intake.rest.DeviceViews.Enrolled;
import org.orangeline.intake.rest.DeviceViews.Invite;
import org.orangeline.intake.rest.DeviceViews.Invited;
import org.orangeline.intake.rest.DeviceViews.Revoke;
import org.orangeline.kit.batch.ItemLog;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Buckets;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.OpenCalls;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Proof;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/** Tablets: invited by a human, enrolled with a code that is good once, revoked by a human. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class EnrolmentResource {

    /** Nobody mistypes a code more often who reads it off a paper. */
    private static final int WRONG_CODES = 5;

    /** Then one in three minutes; a code has 100 bits, so this is about load and not about luck. */
    private static final Duration EACH_WRONG_CODE = Duration.ofMinutes(3);

    private final Submissions submissions;
    private final Commands commands;
    private final Body body;
    private final IntakeViews views;
    private final EnrolmentCodes codes;
    private final ItemLog items;
    private final CurrentCaller caller;
    private final OpenCalls open;
    private final Operations operations;
    private final Engine<?, ?, ?, ?> engine;
    private final Buckets wrongCodes;

    EnrolmentResource(
            Submissions submissions,
            Commands commands,
            Body body,
            IntakeViews views,
            EnrolmentCodes codes,
            ItemLog items,
            CurrentCaller caller,
            OpenCalls open,
            Operations operations,
            Engine<?, ?, ?, ?> engine,
            Clock clock) {
        this.open = open;
        this.operations = operations;
        this.engine = engine;
        this.wrongCodes = new Buckets(WRONG_CODES, EACH_WRONG_CODE, clock);
        this.submissions = submissions;
        this.commands = commands;
        this.body = body;
        this.views = views;
        this.codes = codes;
        this.items = items;
        this.caller = caller;
    }

    @POST
    @Path("/operations/{op}/devices")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Let a tablet enrol, once, with a code",
            description =
                    "The code and its QR code are shown in this answer and never again; the log keeps"
                            + " a keyed hash. It is void after its use, after its time, and when"
                            + " another one is made for the tablet.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Invite.class),
                            examples =
                                    @ExampleObject(
                                            name = "for a day",
                                            value = DeviceViews.INVITATION)))
    @APIResponse(
            responseCode = "201",
            description = "Invited; the same request again is a 200 without the code",
            content = @Content(schema = @Schema(implementation = Invited.class)))
    @APIResponse(responseCode = "409", description = "It has enrolled, or was revoked")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response invite(@PathParam("op") String operation, byte[] bytes) {
        Invite invite = body.json(bytes, Invite.class);
        String code = codes.next();
        return submissions.runNamed(
                new InviteDevice(
                        operation,
                        invite.deviceId(),
                        invite.receptionPoint(),
                        codes.hash(operation, invite.deviceId(), code),
                        Duration.ofHours(invite.hours())),
                List.of(invite, caller.get().actor()),
                "invite-device",
                commands.key(),
                bytes,
                done -> {
                    DeviceInvited invited = done.first(DeviceInvited.class).event();
                    return Response.status(done.repeated() ? 200 : 201)
                            .entity(
                                    done.repeated()
                                            ? Invited.again(invited)
                                            : Invited.now(operation, invited, code))
                            .build();
                });
    }

    @POST
    @Path("/operations/{op}/devices/{deviceId}/enrolment")
    @Access(proof = Proof.ENROLMENT_CODE)
    @Operation(
            summary = "A tablet gives the public half of its key pair",
            description =
                    "The code is all that is asked for, and it is void from then on. The same request"
                            + " again, after an answer that did not come, gives the same answer. What"
                            + " was wrong about a code is not told. After five wrong codes from an"
                            + " address a wrong one is answered 429; the right one stays good.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Enrol.class),
                            examples =
                                    @ExampleObject(
                                            name = "code and key",
                                            value = DeviceViews.ENROLMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content = @Content(schema = @Schema(implementation = Enrolled.class)))
    public Response enrol(
            @PathParam("op") String operation, @PathParam("deviceId") String id, byte[] bytes) {
        String deviceId = PathId.slug("deviceId", id);
        Enrol enrol = body.json(bytes, Enrol.class);
        try {
            Response answer = enrolled(operation, deviceId, enrol, bytes);
            if (answer.getStatus() < 300) {
                open.proved();
            }
            return answer;
        } catch (ProblemException e) {
            // The right code counts whatever came before it: nobody may keep a tablet out.
            if (e.problem().status() == 401) {
                return wrongCode(open.sender() + ' ' + operation + ' ' + deviceId, e);
            }
            throw e;
        }
    }

    private Response wrongCode(String guesser, ProblemException wrong) {
        Duration pause = wrongCodes.pause(guesser);
        if (pause.isZero()) {
            wrongCodes.count(guesser);
            throw wrong;
        }
        return OpenCalls.tooMany(
                pause,
                "Too many wrong codes came from this address. The right code is still good.");
    }

    private Response enrolled(
            String operation, String deviceId, Enrol enrol, byte @Nullable [] bytes) {
        DeviceKey key = Assertions.checked(enrol.publicKey().key());
        List<String> hashes = codes.hashes(operation, deviceId, enrol.code());
        // A guess at a name costs no command.
        if (!operations.exists(operation) && engine.isSureOfAbsence(operation)) {
            throw notGood();
        }
        // The same before and after a renewal of the keys, so that a call that comes again is
        // known.
        String oldest = hashes.getLast();
        try {
            return submissions.runNamed(
                    new EnrolDevice(operation, deviceId, hashes, key),
                    new Enrolling(operation, deviceId, oldest, key),
                    "enrol-device " + deviceId,
                    oldest + ' ' + key.x(),
                    bytes,
                    EnrolmentResource::enrolled);
        } catch (ProblemException e) {
            throw e.problem().status() == 404 ? notGood() : e;
        }
    }

    /** What an enrolment says, by which it is known again. */
    record Enrolling(String operation, String deviceId, String codeHash, DeviceKey publicKey) {}

    private static Response enrolled(Outcome.Done done) {
        if (!(done.events().getFirst().event() instanceof DeviceEnrolled enrolled)) {
            throw notGood();
        }
        return Response.status(done.repeated() ? 200 : 201)
                .entity(new Enrolled(enrolled.deviceId()))
                .build();
    }

    private static ProblemException notGood() {
        return new ProblemException(
                Problem.of(
                        401,
                        "unauthorized",
                        "Authentication required",
                        "This code is not good for this tablet; a coordinator can make another"
                                + " one."));
    }

    @POST
    @Path("/operations/{op}/devices/{deviceId}/revocation")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Trust a tablet no more",
            description =
                    "For one that was lost, stolen or tampered with. Nothing that it has is thrown"
                            + " away: what it uploads from then on is kept, undecided, until a human"
                            + " has looked at it. There is no way back; a tablet that was found is"
                            + " invited under another name.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Revoke.class),
                            examples =
                                    @ExampleObject(
                                            name = "reason",
                                            value = DeviceViews.REVOCATION)))
    @APIResponse(
            responseCode = "201",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "It was revoked before")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response revoke(
            @PathParam("op") String operation, @PathParam("deviceId") String id, byte[] bytes) {
        String deviceId = PathId.slug("deviceId", id);
        Revoke revoke = body.json(bytes, Revoke.class);
        return submissions.run(
                new RevokeDevice(operation, deviceId, Confidential.of(revoke.reason())),
                "revoke-device " + deviceId,
                bytes,
                Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/devices")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Tablets, by their names",
            description =
                    "Which may enrol, have enrolled or were revoked, where each belongs, and whose"
                            + " clock is more than a day off, as this service heard it last. Why one"
                            + " was revoked is for coordinators and auditors.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tablets",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response devices(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        boolean reasons = caller.get().hasAny(List.of(Role.COORDINATOR, Role.AUDITOR));
        return views.list(
                operation,
                "devices",
                DeviceViews.Line.class,
                (state, _) ->
                        state.devices()
                                .all()
                                .map(device ->
                                        DeviceViews.Line.of(
                                                device,
                                                items.clock(operation, device.deviceId()),
                                                reasons ? views.keys() : null))
                                .toList(),
                cursor,
                limit);
    }
}
