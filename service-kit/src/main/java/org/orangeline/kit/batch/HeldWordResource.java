package org.orangeline.kit.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;

/** What humans say about items that wait: that a refusal was seen, an end, a release. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class HeldWordResource {

    private static final String REASON = "{\"reason\":\"told the reception point by radio\"}";
    private static final String TRUSTED =
            "{\"reason\":\"called Dilan, who made these entries before the tablet was lost\"}";

    private final HumanWord word;

    HeldWordResource(HumanWord word) {
        this.word = word;
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/acknowledgement")
    @Access(
            value = {Role.COORDINATOR, Role.REGISTRAR},
            humanOnly = true)
    @Operation(
            summary = "Say that a refusal was seen",
            description = "The item's content is destroyed; who saw it, when and why stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldViews.Reason.class),
                            examples = @ExampleObject(name = "reason", value = REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Line.class)))
    @APIResponse(responseCode = "409", description = "It was not refused, or settled before")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response acknowledge(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        return word.about(operation, id, bytes, How.ACKNOWLEDGED);
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/discarding")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Let an item wait no longer, or end its quarantine for good",
            description =
                    "For what can never be decided, as when it names somebody by a wrong id. Its content"
                            + " is destroyed; who discarded it, when and why stays. What waits behind"
                            + " it goes on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldViews.Reason.class),
                            examples = @ExampleObject(name = "reason", value = REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Line.class)))
    @APIResponse(responseCode = "409", description = "It waits no more")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response discard(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        return word.about(operation, id, bytes, How.DISCARDED);
    }

    @POST
    @Path("/operations/{op}/held/{itemId}/release")
    @Access(value = Role.COORDINATOR, humanOnly = true)
    @Operation(
            summary = "Let an item in quarantine be decided",
            description =
                    "It is decided like any other held item, in the name of who uploaded it; who"
                            + " released it, when and why stays with it, and with its outcome. What"
                            + " must not be decided is discarded.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldViews.Reason.class),
                            examples = @ExampleObject(name = "reason", value = TRUSTED)))
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = HeldViews.Line.class)))
    @APIResponse(responseCode = "409", description = "It is not in quarantine")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response release(
            @PathParam("op") String operation, @PathParam("itemId") String id, byte[] bytes) {
        return word.about(operation, id, bytes, How.RELEASED);
    }
}
