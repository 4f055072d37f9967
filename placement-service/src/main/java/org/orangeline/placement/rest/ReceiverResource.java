package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.ReceiverCommand.ApproveReceiver;
import org.orangeline.placement.ReceiverCommand.RequestReceiver;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.rest.LeavingRequests.AssessmentRequest;
import org.orangeline.placement.rest.LeavingRequests.ReceiverRequest;
import org.orangeline.placement.safeguards.Receiver;
import org.orangeline.placement.safeguards.RequestedReceiver;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Receivers with their states, and what is assessed for them (P9). */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ReceiverResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Submissions submissions;
    private final Reads reads;
    private final Body body;
    private final Csv csv;
    private final Times times;

    ReceiverResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Submissions submissions,
            Reads reads,
            Body body,
            Times times,
            Csv csv) {
        this.engine = engine;
        this.submissions = submissions;
        this.reads = reads;
        this.body = body;
        this.csv = csv;
        this.times = times;
    }

    @PUT
    @Path("/operations/{op}/receivers/{receiver}")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Ask for an authority with the state that it belongs to",
            description =
                    "It cannot be used before another coordinator approves (P9). Codes are the same in"
                            + " capitals and small letters. A risk that is found for a state holds for"
                            + " all its receivers.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiverRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.RECEIVER)))
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = ReceiverRequested.class)))
    @APIResponse(responseCode = "200", description = "Asked for before; the same answer")
    @APIResponse(responseCode = "409", description = "Registered already")
    public Response request(
            @PathParam("op") String operation,
            @PathParam("receiver") String receiver,
            byte[] bytes) {
        PlacementRequests.requireSlug("receiver", receiver);
        ReceiverRequest request = body.json(bytes, ReceiverRequest.class);
        if (!NationalityClaim.isKnownCountry(request.state())) {
            throw ProblemException.field("state", "must be ISO 3166-1 alpha-3");
        }
        String code = LeavingRequests.receiver(receiver);
        return submissions.recordedOnce(
                new RequestReceiver(operation, code, request.name(), request.state()),
                "receiver " + code,
                request.state() + " " + request.name(),
                bytes,
                ReceiverRequested.class);
    }

    @POST
    @Path("/operations/{op}/receivers/{receiver}/requests/{requestId}/approval")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Approve an authority and its state",
            description = "By a person other than who asked (422 P9 otherwise).")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ReceiverRegistered.class)))
    @APIResponse(responseCode = "404", description = "No such request waits")
    @APIResponse(responseCode = "409", description = "Registered already")
    @APIResponse(responseCode = "422", description = "The same person asked for it")
    public Response approve(
            @PathParam("op") String operation,
            @PathParam("receiver") String receiver,
            @PathParam("requestId") String request) {
        PlacementRequests.requireSlug("receiver", receiver);
        UUID id = PathId.uuid("requestId", request);
        return submissions.recorded(
                new ApproveReceiver(operation, LeavingRequests.receiver(receiver), id),
                "approve " + id,
                new byte[0],
                ReceiverRegistered.class);
    }

    @GET
    @Path("/operations/{op}/receiver-requests")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "Authorities that wait for a second person (P9)")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = RequestedReceiver[].class)))
    public Response requests(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<RequestedReceiver> requests =
                view
                        .own()
                        .operation(operation)
                        .safeguards()
                        .receivers()
                        .requests()
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(RequestedReceiver::requestId))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "receiver-requests", RequestedReceiver.class, requests::stream)
                : Reads.ok(view, requests);
    }

    @GET
    @Path("/operations/{op}/receivers")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(summary = "Registered receivers, by code")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = ReceiverView[].class)))
    public Response receivers(@PathParam("op") String operation) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        List<ReceiverView> receivers =
                view
                        .own()
                        .operation(operation)
                        .safeguards()
                        .receivers()
                        .registered()
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(Receiver::receiver))
                        .map(one -> new ReceiverView(one.receiver(), one.name(), one.state()))
                        .toList();
        return csv.isAsked()
                ? csv.of(view, "receivers", ReceiverView.class, receivers::stream)
                : Reads.ok(view, receivers);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/non-refoulement")
    @Access(value = Role.REVIEWER, humanOnly = true, decides = true)
    @Operation(summary = "Would the person be in danger with a receiver (P9)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssessmentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.ASSESSMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.ReceiverAssessed.class)))
    @APIResponse(
            responseCode = "422",
            description = "The receiver is not registered, or nobody heard the person (P9)")
    public Response assess(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        byte[] given = bytes == null ? new byte[0] : bytes;
        AssessmentRequest request = body.json(given, AssessmentRequest.class);
        return submissions.run(
                new AssessReceiver(
                        operation,
                        person,
                        LeavingRequests.receiver(request.receiver()),
                        request.risk(),
                        new FreeText(request.reason()),
                        request.heardAt() == null ? null : times.past("heardAt", request.heardAt()),
                        request.said() == null ? null : new FreeText(request.said())),
                "non-refoulement " + person,
                given,
                done ->
                        Response.status(201)
                                .entity(
                                        Answers.of(
                                                done.first(NonRefoulementAssessed.class).event()))
                                .build());
    }

    /**
     * @param state ISO 3166-1 alpha-3
     */
    @Schema(name = "RegisteredReceiver")
    public record ReceiverView(String receiver, String name, String state) {}
}
