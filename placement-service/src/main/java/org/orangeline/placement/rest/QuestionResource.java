package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.rest.CustodyRequests.SettlementRequest;
import org.orangeline.placement.rest.PlacementRequests.BasisRequest;

/** Placements in question (P14), and another basis for them. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class QuestionResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    QuestionResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/settlement")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.REVIEWER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Two humans settle what was questioned about a placement (P14)",
            description =
                    "Neither of them ordered it. The first call asks for it (202), the same call by another"
                            + " human settles it (201). What no signature lifts (P3, P4, P5, P13) closes by"
                            + " itself when the rule is kept again, and never by this call.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettlementRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.SETTLEMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Settled",
            content = @Content(schema = @Schema(implementation = Settlement.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded; it waits for a second human",
            content = @Content(schema = @Schema(implementation = Settlement.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(
            responseCode = "422",
            description = "No signature lifts the rule, or the caller ordered it or asked first")
    public Response settle(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        byte[] given = bytes == null ? new byte[0] : bytes;
        SettlementRequest request = body.json(given, SettlementRequest.class);
        return submissions.changed(
                operation,
                id,
                "settlement",
                given,
                person ->
                        new SettleQuestion(
                                operation,
                                id,
                                person,
                                request.rules(),
                                new FreeText(request.reason())),
                Settlement::answer);
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/basis")
    @Access(value = Role.PLACEMENT_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Change the basis of a standing placement",
            description =
                    "The rules of an order on that basis are asked. With `facilityId` the person is ordered"
                            + " there in the same decision, where the new basis asks for another place."
                            + " Consent that is given anew after it was withdrawn is such a change too.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BasisRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = PlacementExamples.BASIS)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "No free place (P1), or on that basis already")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response changeBasis(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        BasisRequest request = body.json(bytes, BasisRequest.class);
        OnBasis on =
                new OnBasis(
                        request.basis(),
                        Entries.ground(request.ground()),
                        request.legalReference(),
                        request.accompanies(),
                        Entries.consent(request.consent(), times));
        return submissions.changed(
                operation,
                id,
                "basis",
                bytes,
                person ->
                        new ChangeBasis(
                                operation,
                                id,
                                person,
                                on,
                                request.facilityId(),
                                request.section(),
                                new FreeText(request.reason())));
    }
}
