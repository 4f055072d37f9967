package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.audit.PersonsRead;
import org.orangeline.kit.audit.ReadAudit;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;

/** What agencies asked and were not told, for the auditor. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class RefusedIdentityRequestResource {

    private final Csv csv;
    private final ReadAudit audit;

    RefusedIdentityRequestResource(ReadAudit audit, Csv csv) {
        this.csv = csv;
        this.audit = audit;
    }

    @GET
    @Path("/operations/{op}/refused-identity-requests")
    @PresentOnly
    @Access(Role.AUDITOR)
    @Operation(
            summary = "Agencies' questions who somebody is that were refused",
            description =
                    "The oldest first: which agency asked, by which agreement and for which purpose,"
                            + " what it asked, and why it was told nothing. `overBudget` marks a"
                            + " series of them in one hour.")
    @APIResponse(
            responseCode = "200",
            description = "A page of refusals",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response refused(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        try {
            return csv.isAsked()
                    ? csv.of("refused", PersonsRead.class, all(operation)::stream).build()
                    : Response.ok(audit.refused(operation, cursor, Page.limit(limit))).build();
        } catch (KafkaException e) {
            throw ProblemException.unavailable("The audit cannot be read now.");
        }
    }

    private List<PersonsRead> all(String operation) {
        return Page.all(cursor -> audit.refused(operation, cursor, Page.MOST));
    }
}
