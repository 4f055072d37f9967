package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;

/** Registration, by the person's own id: sending it again gives the same receipt. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ArrivalResource {

    /** The media type of a batch. */
    public static final String NDJSON = "application/x-ndjson";

    private final Submissions submissions;
    private final Body body;
    private final ReceiptSigner signer;
    private final ArrivalBatch batch;
    private final ArrivalOrigin origin;
    private final Arrivals arrivals;
    private final ShownNumbers numbers;

    ArrivalResource(
            Submissions submissions,
            Body body,
            ArrivalBatch batch,
            ReceiptSigner signer,
            ArrivalOrigin origin,
            Arrivals arrivals,
            ShownNumbers numbers) {
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.origin = origin;
        this.signer = signer;
        this.submissions = submissions;
        this.body = body;
        this.batch = batch;
    }

    @PUT
    @Path("/operations/{op}/arrivals/{personId}")
    @Access(value = Role.INTAKE_OFFICER, mayNameDevice = true)
    @Operation(
            summary = "Register a person",
            description =
                    "At most 65536 bytes. The same content again gives the same receipt; the actor,"
                            + " `device` and sensitive needs do not count as content; what is told"
                            + " anew of these is recorded. A machine tells none (rule S6)."
                            + " Who names a tablet in `device` sends it"
                            + " with that tablet, in `Device-Id` with its `Device-Token`, and from"
                            + " its own reception point; the same sent again needs neither. A"
                            + " `registrationNumber` is one of a block that this tablet leased.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArrivalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "enough",
                                            value = IntakeExamples.ARRIVAL)))
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "200", description = "Stored before; the same receipt")
    @APIResponse(
            responseCode = "403",
            description =
                    "`other-device`: it names a tablet and does not come from it;"
                            + " `other-reception-point`: the tablet belongs to another one")
    @APIResponse(responseCode = "409", description = "Stored before with other content")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response register(
            @PathParam("op") String operation, @PathParam("personId") String id, byte[] bytes) {
        UUID personId = PathId.uuid("personId", id);
        ArrivalRequest request = body.json(bytes, ArrivalRequest.class);
        if (request.personId() != null && !request.personId().equals(personId)) {
            throw ProblemException.field("personId", "must be the one in the path");
        }
        Optional<Response> elsewhere = submissions.elsewhere(operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        origin.require(operation, personId, request);
        RegisterArrival command = arrivals.command(operation, personId, request);
        Outcome outcome = arrivals.await(command, arrivals.submit(command));
        if (!(outcome instanceof Outcome.Done stored)) {
            throw new ProblemException(Commands.problem(outcome));
        }
        return Created.once(done -> Receipt.of(numbers.of(done), signer.sign(done))).apply(stored);
    }

    @POST
    @Path("/operations/{op}/arrivals")
    @Produces({NDJSON, Problem.MEDIA_TYPE})
    @Access(value = Role.INTAKE_OFFICER, mayNameDevice = true)
    @Operation(
            summary = "Register many",
            description =
                    "One Arrival with `personId` a line; 5000 lines and 16 MiB at most, looked at"
                            + " before anything is written. A line of more than 65536 bytes is"
                            + " `rejected` (413), and the others go on. One outcome a line, in order."
                            + " A line that names a tablet in `device` comes from it, as by itself.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ArrivalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "one line",
                                            value = IntakeExamples.ARRIVAL_LINE)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome a line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ArrivalBatch.LineOutcome.class)))
    public Response registerMany(@PathParam("op") String operation, byte[] bytes) {
        return batch.register(operation, bytes);
    }

    @GET
    @Path("/operations/{op}/receipt-key")
    @PresentOnly
    @Access(everyOfficer = true)
    @Operation(
            summary = "The key that receipts are signed with",
            description =
                    "A JSON Web Key. With it a tablet checks `signed` of a receipt offline: it names the"
                            + " number, the person, the sequence and the hash of the event in the"
                            + " chain. It is signed alone (a JWS) or together with others (with an"
                            + " audit path of RFC 9162); docs/tablets.md says how to check both.")
    @APIResponse(responseCode = "200", description = "The public key")
    public Response receiptKey(@PathParam("op") String operation) {
        return Response.ok(signer.publicKey()).build();
    }
}
