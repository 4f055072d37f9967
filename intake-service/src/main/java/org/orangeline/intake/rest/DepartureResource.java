package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.orangeline.events.Confidential;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;

/** Who leaves the reception point, alive or not. */
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
                            + " with whom it goes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DepartureRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "fetched by relatives",
                                            value = IntakeExamples.DEPARTURE)))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(
            responseCode = "409",
            description = "Not here any more, or a time to come, or one before the arrival")
    @APIResponse(responseCode = "422", description = "A child would leave alone (P6, S6)")
    public Response leave(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        DepartureRequest request = body.json(bytes, DepartureRequest.class);
        return submissions.run(
                new RecordDeparture(
                        operation, personId, request.leftAt(), Confidential.of(request.reason())),
                "departure " + personId,
                bytes,
                Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/death")
    @Access(Role.INTAKE_OFFICER)
    @Operation(summary = "Record that a person died at the reception point")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeathRequest.class),
                            examples =
                                    @ExampleObject(name = "wounds", value = IntakeExamples.DEATH)))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already, or a time to come, or one before the arrival")
    public Response die(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        DeathRequest request = body.json(bytes, DeathRequest.class);
        return submissions.run(
                new RecordDeath(
                        operation,
                        personId,
                        request.diedAt(),
                        Confidential.of(request.circumstances())),
                "death " + personId,
                bytes,
                Answers::recorded);
    }

    /** When, and why and where to. */
    @Schema(name = "Departure")
    public record DepartureRequest(
            @NotNull Instant leftAt, @NotBlank @Size(max = 2000) String reason) {}

    /** When, and what is known. */
    @Schema(name = "Death")
    public record DeathRequest(
            @NotNull Instant diedAt, @NotBlank @Size(max = 4000) String circumstances) {}
}
