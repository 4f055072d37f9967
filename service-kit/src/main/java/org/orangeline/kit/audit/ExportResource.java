package org.orangeline.kit.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import org.orangeline.kit.rest.PresentOnly;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;

/** Who took whole lists, for coordinators and auditors. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class ExportResource {

    private final Csv csv;
    private final ReadAudit audit;

    ExportResource(ReadAudit audit, Csv csv) {
        this.csv = csv;
        this.audit = audit;
    }

    @GET
    @Path("/operations/{op}/exports")
    @PresentOnly
    @Access({Role.AUDITOR, Role.COORDINATOR})
    @Operation(
            summary = "Exports of this service",
            description =
                    "Tables that name persons, and pages with more than 100 of them. The oldest first:"
                            + " who, when, by which call, for what purpose, how many persons. Each"
                            + " stands in the reads of everybody who is in it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of exports",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response exports(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        try {
            return csv.isAsked()
                    ? csv.of("exports", ExportLine.class, all(operation)::stream).build()
                    : Response.ok(page(operation, cursor, Page.limit(limit))).build();
        } catch (KafkaException e) {
            throw ProblemException.unavailable("The audit cannot be read now.");
        }
    }

    private List<ExportLine> all(String operation) {
        return Page.all(cursor -> page(operation, cursor, Page.MOST));
    }

    private Page<ExportLine> page(
            String operation, @Nullable String cursor, @Nullable Integer limit) {
        return audit.exports(operation, cursor, limit).map(ExportLine::of);
    }

    /**
     * @param exportId null for what an earlier version wrote
     * @param actor who asked
     * @param parameters names of the parameters that were given
     * @param purpose what the caller said it is for, if anything
     * @param table whether it was a table; else it was a large page
     * @param persons how many different ones it names; null for what an earlier version wrote
     * @param overBudget whether the caller had read of more persons than is usual for the hour
     */
    @Schema(name = "Export")
    public record ExportLine(
            @Nullable UUID exportId,
            Instant at,
            String actor,
            List<String> roles,
            String call,
            List<String> parameters,
            @Nullable String purpose,
            boolean table,
            @Nullable Integer persons,
            boolean overBudget) {

        static ExportLine of(PersonsRead first) {
            Export export = first.export();
            return new ExportLine(
                    export == null ? null : export.exportId(),
                    first.at(),
                    first.actor(),
                    first.roles(),
                    first.call(),
                    export == null ? List.of() : export.asked(),
                    first.purpose(),
                    first.wholeList(),
                    export == null ? null : export.persons(),
                    first.overBudget());
        }
    }
}
