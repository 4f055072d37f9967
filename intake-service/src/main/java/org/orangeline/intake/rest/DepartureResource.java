package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.intake.DepartureCommand.ConfirmDepartureWithdrawal;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.DepartureCommand.RecordReturn;
import org.orangeline.intake.DepartureCommand.RequestDepartureWithdrawal;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Who leaves the reception point, alive or not, who comes back, and who had not gone. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class DepartureResource {

    private final Submissions submissions;
    private final Body body;

    DepartureResource(Submissions submissions, Body body) {
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/departure")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Record that a person left the reception point",
            description =
                    "That a child leaves is said by a human, after the departure of a parent or guardian"
                            + " with whom it goes. Nobody is handed over by a departure (P9); TAKEN_AWAY"
                            + " records, by a human, what an authority did unasked.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DepartureRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "fetched by relatives",
                                            value = IntakeExamples.DEPARTURE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not here any more, or a time to come, or one before the arrival")
    @APIResponse(
            responseCode = "422",
            description =
                    "A child would leave alone (P6), a machine says so (S6), or the person would be"
                            + " handed over (P9)")
    public Response leave(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        DepartureRequest request = body.json(bytes, DepartureRequest.class);
        return submissions.run(
                new RecordDeparture(
                        operation,
                        personId,
                        request.leftAt(),
                        request.kind(),
                        Confidential.of(request.reason())),
                "departure " + personId,
                bytes,
                Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/death")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Record that a person died at the reception point, or was brought dead",
            description =
                    "With `broughtDead` the death lies before the arrival, and a named human tells it"
                            + " within an hour of the registration (S6): such a person was in"
                            + " nobody's custody.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeathRequest.class),
                            examples =
                                    @ExampleObject(name = "wounds", value = IntakeExamples.DEATH)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "409",
            description = "Recorded already, or a time to come, or one before the arrival")
    @APIResponse(
            responseCode = "422",
            description = "A machine says so of somebody in custody (S6)")
    public Response die(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        DeathRequest request = body.json(bytes, DeathRequest.class);
        return submissions.run(
                new RecordDeath(
                        operation,
                        personId,
                        request.diedAt(),
                        Confidential.of(request.circumstances()),
                        Boolean.TRUE.equals(request.broughtDead()) ? true : null),
                "death " + personId,
                bytes,
                Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/return")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Record that a person who had gone is here again",
            description =
                    "Who had left, was released or escaped waits in a line again, in a custody of its own.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = IntakeExamples.RETURN)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "409",
            description = "Here by the register, or dead, or no such time")
    @APIResponse(
            responseCode = "422",
            description = "A machine says so of somebody whom an authority took away (S6)")
    public Response comeBack(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ReturnRequest request = body.json(bytes, ReturnRequest.class);
        return submissions.run(
                new RecordReturn(
                        operation,
                        personId,
                        request.returnedAt(),
                        request.receptionPoint(),
                        Confidential.of(request.reason())),
                "return " + personId,
                bytes,
                Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/withdrawals")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Say that a recorded departure or death was none (P18)",
            description = "It counts until a second human confirms.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DepartureWithdrawalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = IntakeExamples.WITHDRAWAL)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DepartureWithdrawal.class)))
    @APIResponse(responseCode = "409", description = "Not recorded last, or one waits already")
    public Response withdraw(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        DepartureWithdrawalRequest request = body.json(bytes, DepartureWithdrawalRequest.class);
        return submissions.run(
                new RequestDepartureWithdrawal(
                        operation, personId, request.fact(), Confidential.of(request.reason())),
                "withdrawal " + personId,
                bytes,
                Created.with(done -> {
                    var asked = done.first(DepartureWithdrawalRequested.class).event();
                    return new DepartureWithdrawal(
                            asked.personId(), asked.withdrawalId(), asked.fact());
                }));
    }

    @POST
    @Path("/operations/{op}/persons/{id}/withdrawals/{withdrawalId}/confirmation")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Confirm that a recorded departure or death was none (P18)",
            description =
                    "By another human than who asked for it. Everything is as if it had not been recorded.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "No such withdrawal waits")
    @APIResponse(responseCode = "422", description = "By who asked for it")
    public Response confirm(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("withdrawalId") String withdrawal) {
        UUID personId = PathId.uuid("id", id);
        UUID withdrawalId = PathId.uuid("withdrawalId", withdrawal);
        return submissions.run(
                new ConfirmDepartureWithdrawal(operation, personId, withdrawalId),
                "withdrawal " + withdrawalId,
                new byte[0],
                Answers::recorded);
    }

    /** When, where, and what is known. */
    @Schema(name = "Return")
    public record ReturnRequest(
            @NotNull Instant returnedAt,
            @NotNull @Pattern(regexp = PathId.SLUG, message = "must be a slug")
                    String receptionPoint,
            @NotNull @Says(max = 2000) String reason) {}

    /** What was not so, and why. */
    @Schema(name = "DepartureWithdrawalRequest")
    public record DepartureWithdrawalRequest(
            @NotNull DepartureWithdrawalRequested.Fact fact,
            @NotNull @Says(max = 2000) String reason) {}

    /** A withdrawal that waits for a second human. */
    @Schema(name = "DepartureWithdrawal")
    public record DepartureWithdrawal(
            UUID personId, UUID withdrawalId, DepartureWithdrawalRequested.Fact fact) {}

    /** When, and why and where to. */
    @Schema(name = "Departure")
    public record DepartureRequest(
            @NotNull Instant leftAt,
            @NotNull DepartureKind kind,
            @NotNull @Says(max = 2000) String reason) {}

    /**
     * When, and what is known.
     *
     * @param broughtDead true for who was dead on arrival: then {@code diedAt} lies before it
     */
    @Schema(name = "Death")
    public record DeathRequest(
            @NotNull Instant diedAt,
            @NotNull @Says(max = 4000) String circumstances,
            @Nullable Boolean broughtDead) {}
}
