package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.orangeline.events.intake.FamilyUnlinkRequested;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;

/** Families: linked, shown from any member, and the children that have nobody here. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class FamilyResource {

    private final Submissions submissions;
    private final Body body;
    private final IntakeViews views;
    private final Reads reads;

    FamilyResource(Submissions submissions, Body body, IntakeViews views, Reads reads) {
        this.submissions = submissions;
        this.body = body;
        this.views = views;
        this.reads = reads;
    }

    @PUT
    @Path("/operations/{op}/persons/{id}/family/{relativeId}")
    @Access(Role.INTAKE_OFFICER)
    @Operation(
            summary = "Link two relatives",
            description =
                    "`relation` is what the relative is to the person. One link counts for both, and"
                            + " across lines. Send an `Idempotency-Key` to be able to repeat the call.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LinkRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "the mother",
                                            value = IntakeExamples.FAMILY_LINK)))
    @APIResponse(
            responseCode = "201",
            description = "Linked",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Linked already, the same person, or merged")
    @APIResponse(responseCode = "422", description = "Rule P15: impossible by their ages")
    public Response link(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("relativeId") String relative,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID relativeId = PathId.uuid("relativeId", relative);
        LinkRequest request = body.json(bytes, LinkRequest.class);
        return submissions.run(
                new LinkFamily(
                        operation,
                        personId,
                        relativeId,
                        request.relation(),
                        Confidential.of(request.reason())),
                "link " + personId + " " + relativeId,
                bytes,
                Answers::recorded);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/family/{relativeId}/removal")
    @Access(value = Role.INTAKE_OFFICER, decides = true)
    @Operation(
            summary = "Remove a link that was wrong, from either side",
            description =
                    "While one of the two is ordered to a place or in one, two humans have to say so, each"
                            + " by this call: the link counts until the second one has.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second human",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response unlink(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("relativeId") String relative,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID relativeId = PathId.uuid("relativeId", relative);
        ReasonRequest request = body.json(bytes, ReasonRequest.class);
        return submissions.run(
                new UnlinkFamily(operation, personId, relativeId, request.sealable()),
                "unlink " + personId + " " + relativeId,
                bytes,
                done ->
                        done.events().getFirst().event() instanceof FamilyUnlinkRequested
                                ? Response.fromResponse(Answers.recorded(done)).status(202).build()
                                : Answers.recorded(done));
    }

    @GET
    @Path("/operations/{op}/persons/{id}/family")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "The whole family of a person",
            description =
                    "Everybody who is connected over groups and links, nearest first, the person"
                            + " first of all; without names.")
    @APIResponse(
            responseCode = "200",
            description = "The family",
            content = @Content(schema = @Schema(implementation = FamilyViews.Family.class)))
    public Response family(@PathParam("op") String operation, @PathParam("id") String id) {
        return views.answer(
                operation,
                id,
                (state, stays, person) -> FamilyViews.family(state, stays, person, reads.today()),
                "family",
                FamilyViews.Member.class,
                FamilyViews.Family::persons);
    }

    @GET
    @Path("/operations/{op}/children-alone")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.PROTECTION_OFFICER, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            summary = "Children who have neither parent nor guardian here",
            description =
                    "UNACCOMPANIED or SEPARATED; the longest alone first. With number and place, for"
                            + " those who protect them; `children-alone/counts` is for every"
                            + " officer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of children",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response childrenAlone(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "children-alone",
                FamilyViews.AloneChild.class,
                (state, stays) -> FamilyViews.alone(state, stays, reads.today()),
                cursor,
                limit);
    }

    @GET
    @Path("/operations/{op}/children-alone/counts")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "How many children have neither parent nor guardian here",
            description = "By kind, without saying who or where.")
    @APIResponse(
            responseCode = "200",
            description = "A page of counts",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response childrenAloneCounts(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "children-alone-counts",
                FamilyViews.AloneCount.class,
                (state, stays) -> FamilyViews.aloneCounts(state, stays, reads.today()),
                cursor,
                limit);
    }

    @POST
    @Path("/operations/{op}/persons/{id}/carers/{carerId}/verification")
    @Access(
            value = {Role.INTAKE_OFFICER, Role.COORDINATOR},
            humanOnly = true,
            decides = true)
    @Operation(
            summary = "Verify that an adult is responsible for a child",
            description =
                    "By another human than the one who stated the tie. A carer is an adult whose age is"
                            + " neither in doubt nor in dispute, and plausible by age. A child that was"
                            + " raised as alone is reunited when a verified carer is at the same place.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationRequest.class),
                            examples =
                                    @ExampleObject(name = "reason", value = IntakeExamples.REASON)))
    @APIResponse(
            responseCode = "201",
            description = "Verified",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "No such tie is stated, or verified already")
    @APIResponse(responseCode = "422", description = "Rule P15 or S6 refuses, or the time")
    public Response verify(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @PathParam("carerId") String carer,
            byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        UUID carerId = PathId.uuid("carerId", carer);
        VerificationRequest request = body.json(bytes, VerificationRequest.class);
        return submissions.run(
                new VerifyCarer(operation, personId, carerId, request.sealable(), request.at()),
                "verify-carer " + personId + " " + carerId,
                bytes,
                Answers::recorded);
    }

    @GET
    @Path("/operations/{op}/carers-to-verify")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access({Role.INTAKE_OFFICER, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            summary = "Children raised as alone at whose place somebody is stated to care for them",
            description =
                    "Once the tie is verified, the child is reunited. The longest alone first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of ties",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response carersToVerify(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return views.list(
                operation,
                "carers-to-verify",
                FamilyViews.ToVerify.class,
                (state, stays) -> FamilyViews.toVerify(state, stays, reads.today()),
                cursor,
                limit);
    }

    /**
     * @param relation what the relative is to the person
     */
    @Schema(name = "FamilyLink")
    public record LinkRequest(
            @NotNull FamilyRole relation, @NotNull @Says(max = 2000) String reason) {}
}
