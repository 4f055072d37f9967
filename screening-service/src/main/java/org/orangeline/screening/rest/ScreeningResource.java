package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.ReopenScreening;

/** One officer recommends, a second one concludes; what is concluded can be reopened. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ScreeningResource {

    private final Submissions submissions;
    private final Body body;
    private final CurrentCaller caller;

    ScreeningResource(Submissions submissions, Body body, CurrentCaller caller) {
        this.caller = caller;
        this.submissions = submissions;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/recommendation")
    @Access(value = Role.SCREENING_OFFICER, humanOnly = true, decides = true, countsCaptor = true)
    @Operation(
            summary = "Recommend a finding",
            description =
                    "For this person alone (rule S1), on grounds that can carry it (rules S2, S5), not"
                            + " before urgent care (rule S4), nor before each required question has an"
                            + " answer or a reason why there is none (rule S1). A screening that was"
                            + " not opened is opened by it. A second officer decides.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecommendationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "on a family tie",
                                            value = ScreeningExamples.RECOMMENDATION)))
    @APIResponse(
            responseCode = "201",
            description = "Recommended",
            content = @Content(schema = @Schema(implementation = Recommended.class)))
    @APIResponse(responseCode = "409", description = "One is open, or the screening is concluded")
    @APIResponse(responseCode = "422", description = "Rule S1, S2, S4, S5 or S6 refuses")
    public Response recommend(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        RecommendationRequest request = body.json(bytes, RecommendationRequest.class);
        return submissions.created(
                request.command(operation, personId, caller.capturedBy()),
                "recommendation " + personId,
                bytes,
                Recommended::of);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/conclusion")
    @Access(value = Role.APPROVER, humanOnly = true, decides = true)
    @Operation(
            summary = "Approve a recommendation, or send it back",
            description =
                    "Never by the officer who recommended, nor by who captured the recommendation on"
                            + " a shared tablet (rule S3).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConclusionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "approve",
                                            value = ScreeningExamples.CONCLUSION)))
    @APIResponse(
            responseCode = "201",
            description = "Concluded or returned",
            content = @Content(schema = @Schema(implementation = Decided.class)))
    @APIResponse(responseCode = "409", description = "Merged into another registration, or died")
    @APIResponse(responseCode = "422", description = "Rule S1, S2, S3, S5 or S6 refuses")
    public Response conclude(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ConclusionRequest request = body.json(bytes, ConclusionRequest.class);
        return submissions.created(
                new ConcludeScreening(
                        operation,
                        personId,
                        request.approve(),
                        Confidential.of(request.reason()),
                        request.at()),
                "conclusion " + personId,
                bytes,
                done -> Decided.of(done, request.approve()));
    }

    @POST
    @Path("/operations/{op}/persons/{id}/reopening")
    @Access(
            value = {Role.APPROVER, Role.REVIEWER},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Open a concluded screening again",
            description =
                    "The finding no longer stands, and placements that rest on it are questioned (rule"
                            + " P14); a new recommendation and conclusion follow.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReopeningRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a new witness",
                                            value = ScreeningExamples.REOPENING)))
    @APIResponse(
            responseCode = "201",
            description = "Reopened",
            content = @Content(schema = @Schema(implementation = Reopened.class)))
    @APIResponse(responseCode = "409", description = "Nothing that is concluded, or died")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response reopen(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ReopeningRequest request = body.json(bytes, ReopeningRequest.class);
        return submissions.created(
                new ReopenScreening(operation, personId, Confidential.of(request.reason())),
                "reopening " + personId,
                bytes,
                Reopened::of);
    }

    /**
     * @param recommendationId of the conclusion that no longer stands
     */
    @Schema(name = "Reopened")
    public record Reopened(UUID personId, UUID recommendationId, Instant recordedAt) {

        static Reopened of(Outcome.Done done) {
            Recorded<ScreeningReopened> recorded = done.first(ScreeningReopened.class);
            return new Reopened(
                    recorded.event().personId(),
                    recorded.event().recommendationId(),
                    recorded.envelope().time());
        }
    }

    /** Waits for a second officer. */
    @Schema(name = "Recommended")
    public record Recommended(
            UUID personId, UUID recommendationId, Finding finding, Instant recordedAt) {

        static Recommended of(Outcome.Done done) {
            Recorded<FindingRecommended> recorded = done.first(FindingRecommended.class);
            return new Recommended(
                    recorded.event().personId(),
                    recorded.event().recommendationId(),
                    recorded.event().finding(),
                    recorded.envelope().time());
        }
    }

    /**
     * @param status {@code concluded} or {@code returned}
     * @param finding the one that stands now; null when returned
     */
    @Schema(name = "Decided")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            UUID personId,
            UUID recommendationId,
            String status,
            @Nullable Finding finding,
            Instant recordedAt) {

        static Decided of(Outcome.Done done, boolean approved) {
            if (approved) {
                Recorded<ScreeningConcluded> concluded = done.first(ScreeningConcluded.class);
                return new Decided(
                        concluded.event().personId(),
                        concluded.event().recommendationId(),
                        "concluded",
                        concluded.event().finding(),
                        concluded.envelope().time());
            }
            Recorded<RecommendationReturned> returned = done.first(RecommendationReturned.class);
            return new Decided(
                    returned.event().personId(),
                    returned.event().recommendationId(),
                    "returned",
                    null,
                    returned.envelope().time());
        }
    }
}
