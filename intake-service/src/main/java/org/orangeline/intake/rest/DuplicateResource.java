package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.orangeline.events.Confidential;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Registrations that may be of one person: shown, and dismissed by humans. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class DuplicateResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    DuplicateResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @GET
    @Path("/operations/{op}/duplicates")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Pairs of registrations that may be of one person",
            description =
                    "The surest first, then the oldest. `status` is open (which it is when left"
                            + " out), dismissed or merged.")
    @APIResponse(
            responseCode = "200",
            description = "A page of pairs",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response duplicates(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        DuplicateViews.Status asked = DuplicateViews.Status.of(status);
        return views.list(
                operation,
                "duplicates",
                DuplicateViews.Pair.class,
                (state, _) -> DuplicateViews.pairs(state, asked),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/duplicates/dismissal")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(summary = "Say that two registrations are of two people")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PairRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "two people",
                                            value = IntakeExamples.DISMISSAL)))
    @APIResponse(
            responseCode = "201",
            description = "Dismissed; it is not raised again",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Dismissed already")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response dismiss(@PathParam("op") String operation, byte[] bytes) {
        PairRequest request = body.json(bytes, PairRequest.class);
        return submissions.run(
                new DismissDuplicate(
                        operation,
                        request.personId(),
                        request.otherId(),
                        Confidential.of(request.reason())),
                "dismiss-duplicate",
                bytes,
                Answers::recorded);
    }

    /** Two registrations, and why. */
    @Schema(name = "DuplicateDismissal")
    public record PairRequest(
            @NotNull UUID personId,
            @NotNull UUID otherId,
            @NotNull @Says(max = 2000) String reason) {}
}
