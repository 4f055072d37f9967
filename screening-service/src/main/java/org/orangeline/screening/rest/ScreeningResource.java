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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Finding;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** One officer recommends, a second one concludes. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ScreeningResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Commands commands;
    private final CurrentCaller caller;
    private final Body body;

    ScreeningResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Commands commands,
            CurrentCaller caller,
            Body body) {
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
        this.body = body;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/recommendation")
    @Access(value = Role.SCREENING_OFFICER, humanOnly = true)
    @Operation(
            summary = "Recommend a finding",
            description =
                    "For this person alone (rule S1), on grounds that can carry it (rules S2, S5). A"
                            + " second officer decides.")
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
    @APIResponse(responseCode = "422", description = "Rule S2, S5 or S6 refuses")
    public Response recommend(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        RecommendationRequest request = body.json(bytes, RecommendationRequest.class);
        return run(
                request.command(operation, personId),
                "recommendation " + personId,
                bytes,
                Recommended::of);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/conclusion")
    @Access(value = Role.APPROVER, humanOnly = true)
    @Operation(
            summary = "Approve a recommendation, or send it back",
            description = "Never by the officer who recommended (rule S3).")
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
    @APIResponse(responseCode = "422", description = "Rule S1, S2, S3, S5 or S6 refuses")
    public Response conclude(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        ConclusionRequest request = body.json(bytes, ConclusionRequest.class);
        return run(
                new ConcludeScreening(
                        operation, personId, request.approve(), Confidential.of(request.reason())),
                "conclusion " + personId,
                bytes,
                done -> Decided.of(done, request.approve()));
    }

    private Response run(
            ScreeningCommand command,
            String call,
            byte[] bytes,
            Function<Outcome.Done, Object> answer) {
        String commandId = commands.commandId(command.operation(), call);
        return commands.run(
                engine,
                new Submission<>(
                        command,
                        commandId,
                        caller.get().actor(),
                        commandId,
                        () -> EventCodec.canonical(List.of(command, caller.get().actor()))),
                bytes,
                done -> Response.status(201).entity(answer.apply(done)).build());
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
