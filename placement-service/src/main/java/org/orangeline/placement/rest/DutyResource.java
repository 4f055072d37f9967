package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.rest.CustodyRequests.AppealRequest;
import org.orangeline.placement.rest.CustodyRequests.CardRequest;
import org.orangeline.placement.rest.CustodyRequests.NoticeRequest;
import org.orangeline.placement.rest.CustodyRequests.ReasonsRequest;
import org.orangeline.placement.rest.CustodyRequests.ReviewRequest;

/** What the legal profile asks for: reasons told, cards, notices, reviews, appeals. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class DutyResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    DutyResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/reasons")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.REVIEWER},
            humanOnly = true)
    @Operation(summary = "The person was told why (P11)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonsRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.REASONS)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response reasons(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReasonsRequest request = body.json(bytes, ReasonsRequest.class);
        return submissions.changed(
                operation,
                id,
                "reasons",
                bytes,
                person ->
                        new TellReasons(
                                operation,
                                id,
                                person,
                                request.language(),
                                request.interpreter(),
                                request.sharedLanguage(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/card")
    @Access(value = Role.REGISTRAR, humanOnly = true)
    @Operation(summary = "A capture or internment card was made out (P12)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CardRequest.class),
                            examples =
                                    @ExampleObject(name = "example", value = CustodyExamples.CARD)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response card(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        CardRequest request = body.json(bytes, CardRequest.class);
        return submissions.changed(
                operation,
                id,
                "card",
                bytes,
                person ->
                        new IssueCard(
                                operation,
                                id,
                                person,
                                request.cardNumber(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/bureau-notice")
    @Access(value = Role.REGISTRAR, humanOnly = true)
    @Operation(
            summary = "The tracing bureau was told where the person is, or what has changed (P12)",
            description =
                    "Also after the end of a placement: a release, escape or death is told as well.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoticeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.NOTICE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response notice(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        NoticeRequest request = body.json(bytes, NoticeRequest.class);
        return submissions.changed(
                operation,
                id,
                "bureau-notice",
                bytes,
                person ->
                        new NotifyBureau(
                                operation,
                                id,
                                person,
                                request.noticeNumber(),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/review")
    @Access(value = Role.REVIEWER, humanOnly = true, decides = true)
    @Operation(
            summary = "A review was held (P10)",
            description = "The outcome RELEASE proposes the release; a human orders it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.REVIEW)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response review(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        ReviewRequest request = body.json(bytes, ReviewRequest.class);
        return submissions.changed(
                operation,
                id,
                "review",
                bytes,
                person ->
                        new HoldReview(
                                operation,
                                id,
                                person,
                                request.outcome(),
                                request.members(),
                                request.appealId(),
                                new FreeText(request.reason()),
                                times.maybePast("at", request.at())));
    }

    @POST
    @Path("/operations/{op}/placements/{placementId}/appeal")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.REVIEWER},
            humanOnly = true)
    @Operation(summary = "The person appeals; a review has to answer")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AppealRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.APPEAL)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "It does not fit how the placement stands")
    public Response appeal(
            @PathParam("op") String operation,
            @PathParam("placementId") String placement,
            byte @Nullable [] bytes) {
        UUID id = PathId.uuid("placementId", placement);
        AppealRequest request = body.json(bytes, AppealRequest.class);
        return submissions.changed(
                operation,
                id,
                "appeal",
                bytes,
                person ->
                        new LodgeAppeal(
                                operation,
                                id,
                                person,
                                new FreeText(request.statement()),
                                times.maybePast("at", request.at())));
    }
}
