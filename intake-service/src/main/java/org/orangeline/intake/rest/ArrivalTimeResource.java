package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
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
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.intake.IntakeCommand.CorrectArrivalTime;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** When a person arrived, where that was recorded wrongly. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ArrivalTimeResource {

    private static final int WAITS = 202;

    private final Submissions submissions;
    private final Body body;

    ArrivalTimeResource(Submissions submissions, Body body) {
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/arrival-time")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Correct when a person arrived",
            description =
                    "Of any registration, a merged one too. Waits (L4) and custody (P10 to P12) run from"
                            + " then, in every service. An earlier time counts at once; a later one"
                            + " when a second human has said the same time by this call.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArrivalTime.class),
                            examples =
                                    @ExampleObject(
                                            name = "the truck came at noon",
                                            value = IntakeExamples.ARRIVAL_TIME)))
    @APIResponse(
            responseCode = "201",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is later, and waits for a second human",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "409",
            description = "The recorded time is the same, or the person was born in custody")
    @APIResponse(
            responseCode = "422",
            description =
                    "After its record, or too far before it; or the same human says it twice (S6)")
    public Response correct(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ArrivalTime request = body.json(bytes, ArrivalTime.class);
        return submissions.run(
                new CorrectArrivalTime(
                        operation,
                        personId,
                        request.arrivedAt(),
                        Confidential.of(request.reason())),
                "arrival-time " + personId,
                bytes,
                done ->
                        done.events().getFirst().event() instanceof ArrivalTimeCorrectionRequested
                                ? Response.fromResponse(Answers.recorded(done))
                                        .status(WAITS)
                                        .build()
                                : Answers.recorded(done));
    }

    /** When it was, and how that is known. */
    @Schema(name = "ArrivalTime")
    public record ArrivalTime(
            @NotNull Instant arrivedAt, @NotNull @Says(max = 2000) String reason) {}
}
