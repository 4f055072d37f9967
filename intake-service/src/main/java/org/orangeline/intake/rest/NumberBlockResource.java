package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.intake.NumberCommand.LeaseNumbers;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.numbers.NumberBlock;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;

/** Registration numbers that a tablet gives and prints while it is offline. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class NumberBlockResource {

    /** Numbers in a block, at most: what a tablet may use in days. */
    static final int MOST = 1_000;

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 90;

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    NumberBlockResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @POST
    @Path("/operations/{op}/number-blocks")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Lease registration numbers to a tablet",
            description =
                    "An arrival of that tablet may carry one of them as `registrationNumber`, until"
                            + " the time is over. They are nobody else's, then or later: numbers are"
                            + " unique and have gaps.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Lease.class),
                            examples =
                                    @ExampleObject(
                                            name = "for three days",
                                            value = IntakeExamples.NUMBER_BLOCK)))
    @APIResponse(
            responseCode = "201",
            description = "Leased",
            content = @Content(schema = @Schema(implementation = Leased.class)))
    @APIResponse(
            responseCode = "409",
            description = "No tablet of this name has enrolled, or it was revoked")
    public Response lease(@PathParam("op") String operation, byte[] bytes) {
        Lease lease = body.json(bytes, Lease.class);
        int days = lease.days() == null ? DAYS : lease.days();
        return submissions.run(
                new LeaseNumbers(operation, lease.deviceId(), lease.size(), Duration.ofDays(days)),
                "lease-numbers",
                bytes,
                Created.once(
                        done -> leased(operation, done.first(NumberBlockLeased.class).event())));
    }

    @GET
    @Path("/operations/{op}/number-blocks")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Blocks of numbers, the oldest first",
            description = "Whose they are, how many are used, and when they run out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of blocks",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response blocks(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "number-blocks",
                BlockView.class,
                (state, _) ->
                        state.numberBlocks().all().map(one -> BlockView.of(state, one)).toList(),
                cursor,
                limit);
    }

    private Leased leased(String operation, NumberBlockLeased block) {
        String prefix = views.prefix(operation);
        return new Leased(
                block.blockId(),
                block.deviceId(),
                LongStream.rangeClosed(block.from(), block.to())
                        .mapToObj(count -> RegistrationNumber.of(prefix, count))
                        .toList(),
                block.expiresAt());
    }

    /**
     * @param days how long arrivals may carry them; 30 when it is left out
     */
    @Schema(name = "NumberLease")
    public record Lease(
            @NotNull @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a slug")
                    String deviceId,
            @NotNull @Min(1) @Max(MOST) Integer size,
            @Nullable @Min(1) @Max(MOST_DAYS) Integer days) {}

    /**
     * @param numbers to be given, each once
     */
    @Schema(name = "NumberBlock")
    public record Leased(UUID blockId, String deviceId, List<String> numbers, Instant expiresAt) {}

    /**
     * @param used how many arrivals carry one of them
     * @param expired whether its end was recorded
     */
    @Schema(name = "NumberBlockView")
    public record BlockView(
            UUID blockId,
            String deviceId,
            String first,
            String last,
            long size,
            long used,
            Instant leasedAt,
            Instant expiresAt,
            boolean expired) {

        static BlockView of(OperationState state, NumberBlock block) {
            String prefix = state.opened().numberPrefix();
            return new BlockView(
                    block.blockId(),
                    block.deviceId(),
                    RegistrationNumber.of(prefix, block.from()),
                    RegistrationNumber.of(prefix, block.to()),
                    block.size(),
                    block.size() - block.unused(),
                    block.leasedAt(),
                    block.expiresAt(),
                    block.expired());
        }
    }
}
