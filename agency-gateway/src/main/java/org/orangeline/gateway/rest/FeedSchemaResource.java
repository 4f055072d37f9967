package org.orangeline.gateway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;

/** JSON Schemas of everything that a feed can hold. */
@Path("/")
@Produces({"application/schema+json", "application/json", "application/problem+json"})
@RunOnVirtualThread
public class FeedSchemaResource {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,60}\\.[0-9]{1,3}\\.json");

    @GET
    @Path("/schemas/{file}")
    @Access(Role.AGENCY)
    @Operation(
            summary = "The JSON Schema of an event or a notice",
            description = "For example PersonArrived.1.json or ErasureNotice.1.json.")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema, draft 2020-12",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String schema(@PathParam("file") String file) {
        if (NAME.matcher(file).matches()) {
            for (String folder : new String[] {"/schemas/", "/feed-schemas/"}) {
                try (InputStream found =
                        FeedSchemaResource.class.getResourceAsStream(folder + file)) {
                    if (found != null) {
                        return new String(found.readAllBytes(), StandardCharsets.UTF_8);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw ProblemException.notFound("There is no schema of that name.");
    }
}
