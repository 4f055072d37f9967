package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.testing.LocalDeployment;

/** Calls of the tests only. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class OddAnswers {

    @GET
    @Path("/operations/{op}/odd-header")
    @Access(everyOfficer = true)
    public Response header(@PathParam("op") String operation) {
        return Response.ok("{\"arrived\":true}")
                .header("X-Odd", "one\r\nX-Injected: two")
                .header("X-Other", "three")
                .build();
    }

    @GET
    @Path("/operations/{op}/odd-error")
    @Access(everyOfficer = true)
    public Response error(@PathParam("op") String operation) {
        throw new StackOverflowError("as deep as it goes");
    }

    /** Longer than a silent connection lasts. */
    @GET
    @Path("/operations/{op}/odd-pause")
    @Access(everyOfficer = true)
    public Response pause(@PathParam("op") String operation) throws InterruptedException {
        Thread.sleep(LocalDeployment.IDLE.plus(Duration.ofSeconds(3)));
        return Response.ok("{\"arrived\":true}").build();
    }
}
