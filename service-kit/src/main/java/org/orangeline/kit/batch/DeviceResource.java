package org.orangeline.kit.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

/** Tablets, as this service knows them by what they uploaded. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class DeviceResource {

    private final ItemLog items;

    private final HeldLog held;

    DeviceResource(ItemLog items, HeldLog held) {
        this.held = held;
        this.items = items;
    }

    @GET
    @Path("/operations/{op}/devices/{deviceId}/cursor")
    @PresentOnly
    @Access(everyOfficer = true)
    @Operation(
            summary = "How far a tablet's items are here",
            description =
                    "Up to which `deviceSequence` every item has its final outcome, and what is"
                            + " missing beyond. A tablet that nobody knows is at 0.")
    @APIResponse(
            responseCode = "200",
            description = "The cursor",
            content = @Content(schema = @Schema(implementation = Cursor.class)))
    public Response cursor(
            @PathParam("op") String operation, @PathParam("deviceId") String deviceId) {
        String unused = PathId.slug("deviceId", deviceId);
        if (!items.isCaughtUp() || !held.isCaughtUp()) {
            throw ProblemException.unavailable("The items of tablets are not read back yet.");
        }
        long undecided = held.undecidedOf(operation, deviceId);
        return Response.ok(items.of(operation, deviceId).cursor(deviceId, undecided)).build();
    }
}
