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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.kafka.Engine;

/** Property: taken against a receipt, shown, given back. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class PropertyResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;
    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;

    PropertyResource(
            Submissions submissions,
            Body body,
            IntakeViews views,
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
        this.engine = engine;
    }

    @PUT
    @Path("/operations/{op}/persons/{id}/property/{receiptId}")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Take property against a receipt",
            description =
                    "The receipt's id is made on the tablet; the same content again gives the same"
                            + " answer. `amount` is a decimal as text, `currency` of ISO 4217; both for"
                            + " MONEY only.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(implementation = PropertyRequests.ReceiptRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "money and a phone",
                                            value = IntakeExamples.PROPERTY)))
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken before; the same answer",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "The receipt is in use")
    public Response receive(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("receiptId") String receipt,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID receiptId = PathId.uuid("receiptId", receipt);
        var request = body.json(bytes, PropertyRequests.ReceiptRequest.class);
        ReceiveProperty command =
                new ReceiveProperty(
                        operation,
                        personId,
                        receiptId,
                        PropertyRequests.items(request.items()),
                        request.storedAt(),
                        request.witness(),
                        request.at());
        return submissions.runNamed(
                command, command, "property", receiptId.toString(), bytes, Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/property/{receiptId}/return")
    @Access({Role.INTAKE_OFFICER, Role.REGISTRAR})
    @Operation(
            summary = "Give property back",
            description = "`items` are positions in the receipt, from 0; each is given back once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropertyRequests.ReturnRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "the first position",
                                            value = IntakeExamples.PROPERTY_RETURN)))
    @APIResponse(
            responseCode = "201",
            description = "Given back",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "No such position, or given back before")
    public Response giveBack(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("receiptId") String receipt,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID receiptId = PathId.uuid("receiptId", receipt);
        var request = body.json(bytes, PropertyRequests.ReturnRequest.class);
        return submissions.run(
                new ReturnProperty(
                        operation,
                        personId,
                        receiptId,
                        request.items(),
                        request.to(),
                        Confidential.of(request.note()),
                        request.at()),
                "return-property " + receiptId,
                bytes,
                Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/persons/{id}/property")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "A person's property",
            description =
                    "Every receipt, also those of registrations that were merged into this one.")
    @APIResponse(
            responseCode = "200",
            description = "The receipts, oldest first",
            content = @Content(schema = @Schema(implementation = PropertyViews.Property.class)))
    public Response property(@PathParam("op") String operation, @PathParam("id") String id) {
        return views.answer(
                operation,
                id,
                (state, _, person) -> PropertyViews.property(state, person, engine.keys()),
                "property",
                PropertyViews.Row.class,
                PropertyViews.Property::rows);
    }
}
