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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
import org.orangeline.intake.DuplicateCommand.DeclineUnmerge;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;
import org.orangeline.runtime.Outcome;

/** Registrations of one person: merged, confirmed by a second human, taken apart. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class MergeResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    MergeResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @GET
    @Path("/operations/{op}/merges")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Merges that wait for a second human, or stand",
            description =
                    "The oldest first. `status` is requested, standing or reversal-requested; when it is"
                            + " left out, whatever waits for a second human: requested and"
                            + " reversal-requested.")
    @APIResponse(
            responseCode = "200",
            description = "A page of merges",
            content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "There is no such status")
    public Response merges(
            @PathParam("op") String operation,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Set<MergeViews.Status> asked = MergeViews.Status.of(status);
        return views.list(
                operation,
                "merges",
                MergeViews.View.class,
                (state, _) -> MergeViews.list(state, asked),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/merge")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Say that another registration is of this person",
            description =
                    "Two humans have to say so: the first by this call, another one by this call or by"
                            + " the confirmation. Then the other registration leads to this one until"
                            + " the merge is taken back; neither record changes. Two registrations"
                            + " that cannot be of one person, such as relatives of one another, are"
                            + " refused.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "seen together",
                                            value = IntakeExamples.MERGE)))
    @APIResponse(responseCode = "202", description = "It waits for a second human")
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = Merged.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "One of them was merged, says which to use; or an erasure of one of them waits for"
                            + " a signature; or they cannot be of one person")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response merge(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        MergeRequest request = body.json(bytes, MergeRequest.class);
        return submissions.run(
                new MergePersons(
                        operation, personId, request.otherId(), Confidential.of(request.reason())),
                "merge " + personId,
                bytes,
                MergeResource::merged);
    }

    @POST
    @Path("/operations/{op}/merges/{mergeId}/confirmation")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Say as a second human that two registrations are of one person",
            description =
                    "By another human than the one who asked. The reason that is kept with the merge is"
                            + " this one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = Merged.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Already merged or dropped, the same human as the request, or no longer possible")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response confirm(
            @PathParam("op") String operation, @PathParam("mergeId") String id, byte[] bytes) {
        UUID mergeId = PathId.uuid("mergeId", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new ConfirmMerge(operation, mergeId, request.sealable()),
                "confirm merge " + mergeId,
                bytes,
                MergeResource::merged);
    }

    @POST
    @Path("/operations/{op}/merges/{mergeId}/reversal")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Take a merge back",
            description =
                    "Two humans have to say so, each by this call: the merge stands until the second"
                            + " one has. Then both registrations count again, exactly as they stand."
                            + " One human drops a merge that waits. `status` says which of these it"
                            + " was: dropped, reversal-requested or reversed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = Unmerged.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second human, or was dropped",
            content = @Content(schema = @Schema(implementation = Unmerged.class)))
    @APIResponse(
            responseCode = "409",
            description = "Already taken back, or the same human as before")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response unmerge(
            @PathParam("op") String operation, @PathParam("mergeId") String id, byte[] bytes) {
        UUID mergeId = PathId.uuid("mergeId", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new UnmergePersons(operation, mergeId, request.sealable()),
                "unmerge " + mergeId,
                bytes,
                MergeResource::unmerged);
    }

    @POST
    @Path("/operations/{op}/merges/{mergeId}/reversal/refusal")
    @Access(value = Role.INTAKE_OFFICER, humanOnly = true, decides = true)
    @Operation(
            summary = "Say that a merge is right which somebody asked to take back",
            description =
                    "One human says so, and the merge stands. Who doubts it later needs two humans again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "The merge stands",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Nobody asked to take it back")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response decline(
            @PathParam("op") String operation, @PathParam("mergeId") String id, byte[] bytes) {
        UUID mergeId = PathId.uuid("mergeId", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new DeclineUnmerge(operation, mergeId, request.sealable()),
                "uphold merge " + mergeId,
                bytes,
                Answers::recorded);
    }

    private static Response unmerged(Outcome.Done done) {
        return switch (done.events().getFirst().event()) {
            case UnmergeRequested asked ->
                    Response.status(202)
                            .entity(
                                    new Unmerged(
                                            asked.mergeId(),
                                            Boolean.TRUE.equals(asked.dropped())
                                                    ? "dropped"
                                                    : "reversal-requested"))
                            .build();
            case PersonsUnmerged parted ->
                    Response.status(done.repeated() ? 200 : 201)
                            .entity(new Unmerged(parted.mergeId(), "reversed"))
                            .build();
            default -> throw new IllegalStateException("no end of a merge was recorded");
        };
    }

    private static Response merged(Outcome.Done done) {
        return Response.status(Merged.status(done)).entity(Merged.of(done)).build();
    }

    /**
     * @param otherId the registration that leads to this one from now on
     */
    @Schema(name = "Merge")
    public record MergeRequest(@NotNull UUID otherId, @NotNull @Says(max = 2000) String reason) {}

    /**
     * @param status {@code dropped}, {@code reversal-requested} or {@code reversed}
     */
    @Schema(name = "MergeReversal")
    public record Unmerged(UUID mergeId, String status) {}

    /**
     * @param mergeId what a confirmation and a reversal name
     * @param status {@code requested} while it waits for a second human, then {@code merged}
     */
    @Schema(name = "Merged")
    public record Merged(UUID mergeId, UUID personId, UUID otherId, String status) {

        static Merged of(Outcome.Done done) {
            return switch (done.events().getFirst().event()) {
                case MergeRequested asked ->
                        new Merged(asked.mergeId(), asked.personId(), asked.otherId(), "requested");
                case PersonsMerged merged ->
                        new Merged(merged.mergeId(), merged.personId(), merged.otherId(), "merged");
                default -> throw new IllegalStateException("no merge was recorded");
            };
        }

        static int status(Outcome.Done done) {
            if (done.events().getFirst().event() instanceof MergeRequested) {
                return 202;
            }
            return done.repeated() ? 200 : 201;
        }
    }
}
