package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.DutyCommand.OpenInquiry;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.rest.CustodyRequests.FoundInsideRequest;
import org.orangeline.placement.rest.CustodyRequests.FoundRequest;
import org.orangeline.placement.rest.CustodyRequests.InquiryRequest;
import org.orangeline.placement.rest.CustodyRequests.MissingRequest;
import org.orangeline.placement.rest.CustodyRequests.WithdrawalRequest;

/**
 * What the register did not know, or has wrong: who is found inside (P16), who is missing (P17),
 * and facts that were not so (P18).
 */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class WhereaboutsResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    WhereaboutsResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/facilities/{facilityId}/found-inside")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Somebody is inside whom the register does not know to be there (P16)",
            description =
                    "Recorded whatever rule it breaks: the answer names what is questioned. A placement that is open elsewhere moves here. Every duty runs from the earliest plausible moment.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoundInsideRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.FOUND_INSIDE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "The register has the person there already")
    @APIResponse(responseCode = "422", description = "The times cannot have been so")
    public Response foundInside(
            @PathParam("op") String operation,
            @PathParam("facilityId") String facility,
            byte @Nullable [] bytes) {
        PlacementRequests.requireSlug("facilityId", facility);
        FoundInsideRequest request = body.json(bytes, FoundInsideRequest.class);
        return submissions.run(
                new RecordFoundInside(
                        operation,
                        request.personId(),
                        facility,
                        request.section(),
                        request.basis(),
                        past("since", request.since()),
                        past("foundAt", request.foundAt()),
                        request.accompanies(),
                        null,
                        new FreeText(request.reason())),
                "found-inside " + facility,
                bytes,
                Created.with(done ->
                        Changed.of(done.first(FoundInside.class).event().placementId(), done)));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/missing")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Nobody knows where the person is (P17)",
            description =
                    "Starts an inquiry and a notice to the tracing bureau, which run from the time that is told.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MissingRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.MISSING)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "since cannot have been so")
    public Response missing(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        MissingRequest request = body.json(bytes, MissingRequest.class);
        return submissions.changed(
                operation,
                id,
                "missing",
                bytes,
                person ->
                        new ReportMissing(
                                operation,
                                id,
                                person,
                                times.past("since", request.since()),
                                new FreeText(request.note())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/found")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Who was missing is where the placement says again (P17)",
            description = "Who is found in another facility is recorded there: found-inside.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoundRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.FOUND)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "foundAt cannot have been so")
    public Response found(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        FoundRequest request = body.json(bytes, FoundRequest.class);
        return submissions.changed(
                operation,
                id,
                "found",
                bytes,
                person ->
                        new RecordFound(
                                operation,
                                id,
                                person,
                                times.past("foundAt", request.foundAt()),
                                new FreeText(request.note())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/inquiry")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.COORDINATOR},
            humanOnly = true)
    @Operation(
            summary =
                    "An inquiry was opened into where the person is, or how the person died (P17)",
            description = "Ends the duty INQUIRY.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InquiryRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.INQUIRY)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response inquiry(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        InquiryRequest request = body.json(bytes, InquiryRequest.class);
        return submissions.changed(
                operation,
                id,
                "inquiry",
                bytes,
                person ->
                        new OpenInquiry(
                                operation,
                                id,
                                person,
                                request.inquiryNumber(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/withdrawals")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Say that the last fact of a placement was not so (P18)",
            description =
                    "A death, escape, release, hand-over, admission, absence or return, or somebody found inside. It counts until a second human confirms.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.WITHDRAWAL)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(
            responseCode = "409",
            description = "That is not the last fact, or a withdrawal waits already")
    public Response withdraw(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        WithdrawalRequest request = body.json(bytes, WithdrawalRequest.class);
        return submissions.changed(
                operation,
                id,
                "withdrawal",
                bytes,
                person ->
                        new RequestWithdrawal(
                                operation,
                                id,
                                person,
                                request.fact(),
                                new FreeText(request.reason())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/withdrawals/{withdrawalId}/confirmation")
    @Access(
            value = {Role.PLACEMENT_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Confirm that a recorded fact was not so (P18)",
            description =
                    "By another human than who asked for it. Everything is as if the fact had not been recorded; what is broken then is questioned.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(
            responseCode = "409",
            description = "No such withdrawal waits, or the person is placed elsewhere since")
    @APIResponse(responseCode = "422", description = "By who asked for it")
    public Response confirm(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            @PathParam("withdrawalId") String withdrawal) {
        UUID id = PathId.uuid("placementId", placement);
        UUID withdrawalId = PathId.uuid("withdrawalId", withdrawal);
        return submissions.changed(
                operation,
                id,
                "withdrawal " + withdrawalId,
                new byte[0],
                person -> new ConfirmWithdrawal(operation, id, person, withdrawalId));
    }

    private @Nullable Instant past(String field, @Nullable Instant told) {
        return told == null ? null : times.past(field, told);
    }
}
