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
import org.orangeline.events.EventCodec;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.Identity;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Purpose;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Corrections that contradict each other: shown, and settled by humans. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ConflictResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;
    private final CurrentCaller caller;
    private final RawRequest request;

    ConflictResource(
            Submissions submissions,
            Body body,
            IntakeViews views,
            CurrentCaller caller,
            RawRequest request) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Path("/operations/{op}/conflicts")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Fields that two people corrected otherwise",
            description =
                    "Those that wait for a human, the oldest first, with both values and their"
                            + " authors; identities only for those who may read them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of conflicts",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response conflicts(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        boolean withIdentity = Confidentials.mayReadIdentity(caller.get(), Purpose.of(request));
        return views.list(
                operation,
                "conflicts",
                ConflictViews.Shown.class,
                (state, _) -> ConflictViews.all(state, withIdentity, views.keys()),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/conflicts/{conflictId}/settlement")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Say which of two values of a field counts",
            description =
                    "`take` is STANDING for the one that stood, OTHER for the one that was kept beside"
                            + " it. When neither is right, settle it and correct the field. A settlement"
                            + " that would end a child's protection is refused: two humans assess the"
                            + " age.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Settlement.class),
                            examples =
                                    @ExampleObject(
                                            name = "the other one",
                                            value =
                                                    "{\"take\":\"OTHER\",\"reason\":\"certificate"
                                                            + " seen\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Settled",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "The other identity was erased")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response settle(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("conflictId") String conflict,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID conflictId = PathId.uuid("conflictId", conflict);
        Settlement settlement = body.json(bytes, Settlement.class);
        return submissions.runNamed(
                new SettleConflict(
                        operation,
                        personId,
                        conflictId,
                        settlement.take(),
                        settlement.take() == Took.OTHER
                                ? otherIdentity(operation, personId, conflictId)
                                : null,
                        settlement.reason()),
                settlement,
                "settle-conflict " + personId,
                conflictId.toString(),
                bytes,
                Answers::recorded);
    }

    // A sealed value is bound to its event, so the one that counts from now on is sealed anew.
    private @Nullable Identity otherIdentity(String operation, UUID personId, UUID conflictId) {
        return views.state(operation)
                .conflicts()
                .open(personId, conflictId)
                .map(found -> found.other().identity())
                .flatMap(sealed -> EventCodec.open(sealed, Identity.class, views.keys()))
                .orElse(null);
    }

    /** Which value counts, and why. */
    public record Settlement(@NotNull Took take, @NotNull @Says(max = 2000) String reason) {}
}
