package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.rest.CustodyRequests.AbsenceRequest;
import org.orangeline.placement.rest.CustodyRequests.BirthRequest;
import org.orangeline.placement.rest.CustodyRequests.DeathRequest;
import org.orangeline.placement.rest.CustodyRequests.EscapeRequest;
import org.orangeline.placement.rest.CustodyRequests.NoteRequest;
import org.orangeline.placement.rest.CustodyRequests.ReturnRequest;

/** What happens to people in a facility. Facts are recorded; only a hand-over can be refused. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class StayResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    StayResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/absence")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person goes away for a time; the place is kept")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AbsenceRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.ABSENCE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response absence(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        AbsenceRequest request = body.json(bytes, AbsenceRequest.class);
        return submissions.changed(
                operation,
                id,
                "absence",
                bytes,
                person ->
                        new StartAbsence(
                                operation,
                                id,
                                person,
                                request.why(),
                                request.expectedBack(),
                                times.maybePast("at", request.at()),
                                request.destination(),
                                request.escort()));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/return")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person is back from an absence")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.RETURN)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response back(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        // Who comes back now needs no body.
        byte[] told = bytes == null ? new byte[0] : bytes;
        ReturnRequest request =
                told.length == 0 ? new ReturnRequest(null) : body.json(told, ReturnRequest.class);
        return submissions.changed(
                operation,
                id,
                "return",
                told,
                person ->
                        new EndAbsence(operation, id, person, times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/escape")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person escaped; the placement ends")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EscapeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.ESCAPE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "noticedAt cannot have been so")
    public Response escape(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        EscapeRequest request = body.json(bytes, EscapeRequest.class);
        return submissions.changed(
                operation,
                id,
                "escape",
                bytes,
                person ->
                        new RecordEscape(
                                operation,
                                id,
                                person,
                                times.past("noticedAt", request.noticedAt()),
                                new FreeText(request.note())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/death")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person died in the facility; the placement ends")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeathRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.DEATH)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "diedAt cannot have been so")
    public Response death(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        DeathRequest request = body.json(bytes, DeathRequest.class);
        return submissions.changed(
                operation,
                id,
                "death",
                bytes,
                person ->
                        new RecordDeath(
                                operation,
                                id,
                                person,
                                times.past("diedAt", request.diedAt()),
                                new FreeText(request.circumstances())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/consent-withdrawal")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person takes consent back; the stay is questioned at once (P5, P14)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoteRequest.class),
                            examples =
                                    @ExampleObject(name = "example", value = CustodyExamples.NOTE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response withdrawConsent(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        NoteRequest request = body.json(bytes, NoteRequest.class);
        return submissions.changed(
                operation,
                id,
                "consent-withdrawal",
                bytes,
                person ->
                        new WithdrawConsent(
                                operation,
                                id,
                                person,
                                new FreeText(request.note()),
                                times.maybePast("at", request.at())));
    }

    @PUT
    @Path("/operations/{op}/placements/{placementId}/births/{childId}")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "A child was born to a person who is held or sheltered",
            description =
                    "The child is inside, whatever the capacity (P1), and is registered by intake-service. The child's id is made by the caller (UUIDv7).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BirthRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.BIRTH)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = BornInCustody.class)))
    @APIResponse(responseCode = "200", description = "Recorded before; the same answer")
    @APIResponse(
            responseCode = "409",
            description = "The child is registered, or the mother is not placed")
    @APIResponse(responseCode = "422", description = "bornAt cannot have been so")
    public Response birth(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            @PathParam("childId") String child,
            byte[] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        UUID childId = PathId.uuid("childId", child);
        BirthRequest request = body.json(bytes, BirthRequest.class);
        return submissions.recordedOnceOnPlacement(
                operation,
                id,
                "birth",
                childId.toString(),
                bytes,
                person ->
                        new RecordBirth(
                                operation,
                                id,
                                person,
                                childId,
                                times.past("bornAt", request.bornAt()),
                                request.sex()),
                BornInCustody.class);
    }
}
