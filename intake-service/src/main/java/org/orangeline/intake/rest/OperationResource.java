package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;

/** Opens operations. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class OperationResource {

    private final Submissions submissions;
    private final CurrentCaller caller;
    private final Body body;

    OperationResource(Submissions submissions, CurrentCaller caller, Body body) {
        this.submissions = submissions;
        this.caller = caller;
        this.body = body;
    }

    @POST
    @Path("/operations")
    @Access(Role.COORDINATOR)
    @Operation(
            summary = "Open an operation",
            description =
                    "The same content again gives the first answer; other content is a conflict.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "default plan",
                                            value = IntakeExamples.OPERATION)))
    @APIResponse(
            responseCode = "201",
            description = "Open",
            content = @Content(schema = @Schema(implementation = Opened.class)))
    @APIResponse(responseCode = "409", description = "Open already with other content")
    @APIResponse(
            responseCode = "422",
            description = "A plan that cannot do its job (rule L1), or puts children with men (L2)")
    public Response open(byte[] bytes) {
        OperationRequest request = body.json(bytes, OperationRequest.class);
        String operation = request.operation();
        if (!caller.get().operations().contains(operation)) {
            throw new ProblemException(Operations.notFound());
        }
        OpenOperation command =
                new OpenOperation(
                        operation,
                        request.name(),
                        request.numberPrefix(),
                        OperationSettings.plan(request.plan()),
                        OperationSettings.legalProfile(request.legalProfile()),
                        OperationSettings.timeZone(request.timeZone()));
        return submissions.runNamed(
                command, command, "open-operation", operation, bytes, Created.with(Opened::of));
    }

    /**
     * @param plan id of the grouping plan
     * @param legalProfile id of the legal profile
     * @param timeZone whose days count
     */
    @Schema(name = "OperationOpened")
    public record Opened(
            String operation,
            String name,
            String numberPrefix,
            String plan,
            String legalProfile,
            String timeZone,
            Instant recordedAt) {

        static Opened of(Outcome.Done done) {
            Recorded<OperationOpened> opened = done.first(OperationOpened.class);
            return new Opened(
                    opened.event().operation(),
                    opened.event().name(),
                    opened.event().numberPrefix(),
                    opened.event().plan().id(),
                    opened.event().legalProfile().id(),
                    Objects.requireNonNullElse(opened.event().timeZone(), "UTC"),
                    opened.envelope().time());
        }
    }
}
