package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.intake.ErasureCommand.DeclineErasure;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.erasure.Erasure;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Erasing an identity: one human asks, another one signs. It cannot be taken back. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ErasureResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    ErasureResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/erasure")
    @Access(
            value = {Role.COORDINATOR, Role.INTAKE_OFFICER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Ask that a person's identity be erased",
            description =
                    "The first of two signatures. Nothing is erased yet. The reason is kept after the"
                            + " erasure, so it should not name the person. Refused for who is missing"
                            + " or has died (P17), was handed over (P9), has an open appeal (P10), is"
                            + " a child whose family is looked for (P15), or was released less than"
                            + " the legal profile's retention ago (P12).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "asked for",
                                            value = IntakeExamples.ERASURE)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for a second human",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "409",
            description = "Erased, or asked for, already, by any of the person's registrations")
    @APIResponse(
            responseCode = "422",
            description = "Rule S6 refuses, or P9, P10, P12, P15, P17 for the record")
    public Response request(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new RequestErasure(operation, personId, request.sealable()),
                "request-erasure " + personId,
                bytes,
                done -> {
                    ErasureRequested asked = done.first(ErasureRequested.class).event();
                    return Response.status(done.repeated() ? 200 : 201)
                            .entity(new Asked(asked.erasureId(), asked.personId(), "requested"))
                            .build();
                });
    }

    @GET
    @Path("/operations/{op}/erasures")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.COORDINATOR, Role.INTAKE_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "Erasures that were asked for",
            description = "The oldest first, those that are settled included.")
    @APIResponse(
            responseCode = "200",
            description = "A page of erasures",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response erasures(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "erasures",
                ErasureView.class,
                (state, known) -> ErasureView.all(state, views.keys()),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/erasures/{erasureId}/signature")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(
            summary = "Sign an erasure: the identity is gone for good",
            description =
                    "The second signature, by another human. The key that sealed the person's identity"
                            + " and free text is destroyed in every service; registrations that were"
                            + " merged into this one go with it, and the signature names them all, as"
                            + " the list of erasures shows them. Facts, sequences and chain stay.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Signature.class),
                            examples = {
                                @ExampleObject(
                                        name = "this person",
                                        value = IntakeExamples.ERASURE_SIGNATURE),
                                @ExampleObject(
                                        name = "a person who was registered twice",
                                        value = IntakeExamples.ERASURE_SIGNATURE_OF_TWO)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Who asked may not sign; other numbers than the person's; or registrations were"
                            + " merged or taken apart since it was asked for")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response sign(
            @PathParam("op") String operation, @PathParam("erasureId") String id, byte[] bytes) {
        UUID erasureId = PathId.uuid("erasureId", id);
        Signature signature = body.json(bytes, Signature.class);
        return submissions.run(
                new SignErasure(operation, erasureId, signature.all()),
                "sign-erasure " + erasureId,
                bytes,
                done -> {
                    IdentityErased erased = done.first(IdentityErased.class).event();
                    return Response.status(done.repeated() ? 200 : 201)
                            .entity(new Asked(erased.erasureId(), erased.personId(), "erased"))
                            .build();
                });
    }

    @POST
    @Path("/operations/{op}/erasures/{erasureId}/refusal")
    @Access(value = Role.COORDINATOR, humanOnly = true, decides = true)
    @Operation(summary = "Say that an erasure will not be carried out")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Declined; anybody may request it again",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response decline(
            @PathParam("op") String operation, @PathParam("erasureId") String id, byte[] bytes) {
        UUID erasureId = PathId.uuid("erasureId", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new DeclineErasure(operation, erasureId, request.sealable()),
                "decline-erasure " + erasureId,
                bytes,
                Answers::recorded);
    }

    /**
     * Names the person whose identity goes, so that nobody signs by mistake. One of the two fields
     * is given.
     *
     * @param registrationNumber of a person who has one registration
     * @param registrationNumbers of all of the person's registrations
     */
    @Schema(
            name = "ErasureSignature",
            description =
                    "Exactly one of the two: `registrationNumber` of a person with one registration, or"
                            + " `registrationNumbers` of all of the person's registrations")
    public record Signature(
            @Nullable @Says(max = 64, oneLine = true) String registrationNumber,
            @Nullable @Size(min = 1, max = 100)
                    List<@NotNull @Says(max = 64, oneLine = true) String> registrationNumbers) {

        Set<String> all() {
            if ((registrationNumber == null) == (registrationNumbers == null)) {
                throw ProblemException.badRequest(
                        "Either registrationNumber or registrationNumbers has to be given.");
            }
            return registrationNumbers == null
                    ? Set.of(registrationNumber)
                    : new HashSet<>(registrationNumbers);
        }
    }

    /**
     * @param erasureId what a signature names
     * @param status requested or erased
     */
    @Schema(name = "ErasureStatus")
    public record Asked(UUID erasureId, UUID personId, String status) {}

    /**
     * @param reason why it was asked for
     * @param registrationNumbers of all registrations that go, and that the signature has to name
     * @param status REQUESTED, ERASED or DECLINED
     */
    @Schema(name = "Erasure")
    public record ErasureView(
            UUID erasureId,
            UUID personId,
            String requestedBy,
            Instant requestedAt,
            @Nullable String reason,
            List<String> registrationNumbers,
            Erasure.Status status) {

        static List<ErasureView> all(OperationState state, Opener keys) {
            return state.erasures().byId().values().stream()
                    .sorted(
                            Comparator.comparing(Erasure::requestedAt)
                                    .thenComparing(Erasure::erasureId))
                    .map(erasure ->
                            new ErasureView(
                                    erasure.erasureId(),
                                    erasure.personId(),
                                    erasure.requestedBy(),
                                    erasure.requestedAt(),
                                    EventCodec.open(erasure.reason(), String.class, keys)
                                            .orElse(null),
                                    erasure.registrations().stream()
                                            .map(id -> state.require(id).registrationNumber())
                                            .toList(),
                                    erasure.status()))
                    .toList();
        }
    }
}
