package org.orangeline.kit.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;

/** Who saw a person, for the auditor. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ReadAuditResource {

    private final Csv csv;
    private final ReadAudit audit;

    ReadAuditResource(ReadAudit audit, Csv csv) {
        this.csv = csv;
        this.audit = audit;
    }

    @GET
    @Path("/operations/{op}/persons/{id}/reads")
    @PresentOnly
    @Access(Role.AUDITOR)
    @Operation(
            summary = "Who saw a person in this service",
            description =
                    "The oldest first: who, when, by which call, for what purpose. Never what was"
                            + " shown. Who else was in the same answer is only counted. Exports of earlier versions are not"
                            + " among these.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reads",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response reads(
            @PathParam("op") String operation,
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        UUID person = PathId.uuid("id", id);
        try {
            return csv.isAsked()
                    ? csv.of("reads", ReadLine.class, all(operation, person)::stream).build()
                    : Response.ok(audit.of(operation, person, cursor, Page.limit(limit))).build();
        } catch (KafkaException e) {
            throw ProblemException.unavailable("The audit cannot be read now.");
        }
    }

    private List<ReadLine> all(String operation, UUID person) {
        return Page.all(cursor -> audit.of(operation, person, cursor, Page.MOST));
    }
}
