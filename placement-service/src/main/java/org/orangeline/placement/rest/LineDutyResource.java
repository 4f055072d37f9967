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
import org.orangeline.events.placement.LineBureauNotified;
import org.orangeline.events.placement.LineInquiryOpened;
import org.orangeline.events.placement.LineReasonsTold;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.LineCommand.NotifyBureauOfLine;
import org.orangeline.placement.LineCommand.OpenInquiryInLine;
import org.orangeline.placement.LineCommand.TellReasonsInLine;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.rest.CustodyRequests.InquiryRequest;
import org.orangeline.placement.rest.CustodyRequests.NoticeRequest;
import org.orangeline.placement.rest.CustodyRequests.ReasonsRequest;
import org.orangeline.placement.rest.CustodyRequests.ReviewRequest;

/**
 * What the legal profile asks for about people who wait under guard in a line. It counts on when a
 * placement follows.
 */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class LineDutyResource {

    private final Submissions submissions;
    private final Body body;
    private final Times times;

    LineDutyResource(Submissions submissions, Body body, Times times) {
        this.submissions = submissions;
        this.body = body;
        this.times = times;
    }

    @POST
    @Path("/operations/{op}/persons/{id}/custody/reasons")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.REVIEWER, Role.LINE_OFFICER},
            humanOnly = true)
    @Operation(summary = "A person who waits under guard in a line was told why (P11)")
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
            content = @Content(schema = @Schema(implementation = DoneInLine.class)))
    @APIResponse(responseCode = "409", description = "The person is not held in a line")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response reasons(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        ReasonsRequest request = body.json(bytes, ReasonsRequest.class);
        return done(
                new TellReasonsInLine(
                        operation,
                        person,
                        request.language(),
                        request.interpreter(),
                        request.sharedLanguage(),
                        times.maybePast("at", request.at())),
                "custody/reasons " + person,
                bytes,
                LineReasonsTold.class);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/custody/bureau-notice")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER},
            humanOnly = true)
    @Operation(
            summary =
                    "The tracing bureau was told of a person who waits under guard in a line (P12)")
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
            content = @Content(schema = @Schema(implementation = DoneInLine.class)))
    @APIResponse(
            responseCode = "409",
            description = "The person is not held in a line, or the bureau was told")
    public Response notice(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        NoticeRequest request = body.json(bytes, NoticeRequest.class);
        return done(
                new NotifyBureauOfLine(
                        operation,
                        person,
                        request.noticeNumber(),
                        times.maybePast("at", request.at())),
                "custody/bureau-notice " + person,
                bytes,
                LineBureauNotified.class);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/custody/inquiry")
    @Access(
            value = {Role.REGISTRAR, Role.PLACEMENT_OFFICER, Role.COORDINATOR},
            humanOnly = true)
    @Operation(
            summary =
                    "An inquiry was opened into where a person is whom an authority took away (P17)",
            description = "Ends the duty INQUIRY.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InquiryRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = CustodyExamples.INQUIRY)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DoneInLine.class)))
    @APIResponse(
            responseCode = "409",
            description = "Nobody took the person away, or an inquiry is open")
    public Response inquiry(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        InquiryRequest request = body.json(bytes, InquiryRequest.class);
        return done(
                new OpenInquiryInLine(
                        operation,
                        person,
                        request.inquiryNumber(),
                        times.maybePast("at", request.at())),
                "custody/inquiry " + person,
                bytes,
                LineInquiryOpened.class);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/custody/review")
    @Access(value = Role.REVIEWER, humanOnly = true, decides = true)
    @Operation(
            summary = "A review of a person who waits under guard in a line (P10)",
            description =
                    "RELEASE starts a RELEASE duty (P19); nobody orders the person's detention before"
                            + " another human's review says otherwise.")
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
            content = @Content(schema = @Schema(implementation = DoneInLine.class)))
    @APIResponse(responseCode = "409", description = "The person is not held in a line")
    @APIResponse(responseCode = "422", description = "Rule violated")
    public Response review(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            byte @Nullable [] bytes) {
        UUID person = PathId.uuid("id", id);
        ReviewRequest request = body.json(bytes, ReviewRequest.class);
        return done(
                new HoldLineReview(
                        operation,
                        person,
                        request.outcome(),
                        request.members(),
                        request.appealId(),
                        new FreeText(request.reason()),
                        times.maybePast("at", request.at())),
                "custody/review " + person,
                bytes,
                LineReviewHeld.class);
    }

    private <E extends PersonPlacementEvent> Response done(
            PlacementCommand command, String call, byte @Nullable [] bytes, Class<E> event) {
        return submissions.recorded(
                command, call, bytes, event, done -> new DoneInLine(done.personId()));
    }

    /** That it was recorded; words stay in the log. */
    @Schema(name = "DoneInLine")
    public record DoneInLine(UUID personId) {}
}
