package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.preregistration.PreRegistration;
import org.orangeline.intake.preregistration.PreRegistration.Mismatch;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;
import org.orangeline.kit.rest.TabletTime;

/** Trucks and convoys: counted at once, registered person by person, traceably. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class PreRegistrationResource {

    private static final String CALL = "pre-registration";

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;

    PreRegistrationResource(Submissions submissions, Body body, IntakeViews views) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
    }

    @PUT
    @Path("/operations/{op}/pre-registrations/{groupId}")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Count a group that arrived",
            description =
                    "Arrivals name it as `preRegistration`. The same content again gives the same"
                            + " answer; `device` does not count as content.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreRegistrationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a truck",
                                            value = IntakeExamples.PRE_REGISTRATION)))
    @APIResponse(
            responseCode = "201",
            description = "Counted",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "200",
            description = "Counted before; the same answer",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Counted before with other content")
    public Response count(
            @PathParam("op") String operation, @PathParam("groupId") String id, byte[] bytes) {
        UUID groupId = PathId.uuid("groupId", id);
        PreRegistrationRequest request = body.json(bytes, PreRegistrationRequest.class);
        PreRegisterGroup command =
                new PreRegisterGroup(
                        operation,
                        groupId,
                        request.receptionPoint(),
                        TabletTime.of(request.arrivedAt()).require("arrivedAt"),
                        request.headCount(),
                        request.note() == null ? null : Confidential.of(request.note()),
                        ArrivalMapping.device(request.device()));
        return submissions.runNamed(
                command, command.content(), CALL, groupId.toString(), bytes, Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/pre-registrations")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Groups that were counted, the latest first",
            description =
                    "`mismatch=true`: those only that were closed with people missing, or have more"
                            + " registered than were counted. A mismatch is a fact and corrects"
                            + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page of groups",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response all(
            @PathParam("op") String operation,
            @QueryParam("mismatch") @Nullable String mismatch,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        if (mismatch != null && !mismatch.equals("true") && !mismatch.equals("false")) {
            throw ProblemException.badRequest("mismatch must be true or false.");
        }
        return views.list(
                operation,
                "pre-registrations",
                Counted.class,
                (state, _) ->
                        state.preRegistrations().values().stream()
                                .sorted(LATEST_FIRST)
                                .map(group -> Counted.of(state, group))
                                .filter(group ->
                                        !"true".equals(mismatch) || group.mismatch() != null)
                                .toList(),
                cursor,
                limit);
    }

    @GET
    @Path("/operations/{op}/pre-registrations/{groupId}")
    @Access(everyOfficer = true)
    @Operation(summary = "A group: how many were counted, who was registered, how many are missing")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = Group.class)))
    public Response one(@PathParam("op") String operation, @PathParam("groupId") String id) {
        UUID groupId = PathId.uuid("groupId", id);
        return views.answer(
                operation,
                state ->
                        state.preRegistration(groupId)
                                .map(group ->
                                        new Group(Counted.of(state, group), members(state, group)))
                                .orElseThrow(() ->
                                        ProblemException.notFound(
                                                "There is no such pre-registration.")));
    }

    @POST
    @Path("/operations/{op}/pre-registrations/{groupId}/closure")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Expect nobody else out of a group",
            description = "A difference stays a fact. Who comes later is registered all the same.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Closed already")
    public Response close(
            @PathParam("op") String operation, @PathParam("groupId") String id, byte[] bytes) {
        UUID groupId = PathId.uuid("groupId", id);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new ClosePreRegistration(operation, groupId, request.sealable()),
                "close-pre-registration " + groupId,
                bytes,
                Answers::recorded);
    }

    private static final Comparator<PreRegistration> LATEST_FIRST =
            Comparator.comparing(PreRegistration::recordedAt)
                    .reversed()
                    .thenComparing(PreRegistration::groupId);

    private static List<Member> members(OperationState state, PreRegistration group) {
        return state.peopleOf(group.groupId()).stream()
                .map(id -> Objects.requireNonNull(state.persons().get(id)))
                .map(person -> new Member(person.personId(), person.registrationNumber()))
                .toList();
    }

    /** A head count; the people are registered later. */
    @Schema(name = "PreRegistration")
    public record PreRegistrationRequest(
            @NotNull @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a slug")
                    String receptionPoint,
            @NotNull
                    @Pattern(regexp = TabletTime.SENT, message = "must be a time")
                    @Schema(format = "date-time")
                    String arrivedAt,
            @NotNull @Min(1) @Max(MOST_PEOPLE) Integer headCount,
            @Nullable @Says(max = 2000) String note,
            ArrivalRequest.@Nullable @Valid DeviceEntry device) {

        /** People in one convoy, at most: more is a slip of the finger. */
        static final int MOST_PEOPLE = 20_000;
    }

    /**
     * A group with its people.
     *
     * @param persons who was registered, in order
     */
    @Schema(name = "PreRegisteredGroup")
    public record Group(@JsonUnwrapped Counted count, List<Member> persons) {}

    /** A person out of the group. */
    @Schema(name = "PreRegisteredPerson")
    public record Member(UUID personId, String registrationNumber) {}

    /**
     * @param registered how many people's arrivals named the group
     * @param missing how many of those who were counted have not been registered
     * @param exceeded how many more were registered than were counted
     * @param mismatch MISSING when the group was closed with people missing, EXCEEDED when more
     *     were registered than counted
     */
    @Schema(name = "PreRegistrationCount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counted(
            UUID groupId,
            String receptionPoint,
            Instant arrivedAt,
            Instant recordedAt,
            int headCount,
            int registered,
            int missing,
            int exceeded,
            @Nullable Mismatch mismatch,
            @Nullable Instant closedAt) {

        static Counted of(OperationState state, PreRegistration group) {
            int registered = state.peopleOf(group.groupId()).size();
            return new Counted(
                    group.groupId(),
                    group.receptionPoint(),
                    group.arrivedAt(),
                    group.recordedAt(),
                    group.headCount(),
                    registered,
                    group.missing(registered),
                    group.exceeded(registered),
                    group.mismatch(registered),
                    group.closedAt());
        }
    }
}
