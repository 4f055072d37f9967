package org.orangeline.screening.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownPerson;

/** A person's line and screening. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class PersonResource {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Reads reads;
    private final CurrentCaller caller;

    PersonResource(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Reads reads,
            CurrentCaller caller) {
        this.engine = engine;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Path("/operations/{op}/persons/{id}")
    @Access(everyOfficer = true)
    @Operation(
            summary = "A person's line and screening",
            description =
                    "Statements of grounds for screening-officer, approver, placement-officer, reviewer"
                            + " and auditor. No identity: intake-service has it.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response person(@PathParam("op") String operation, @PathParam("id") String id) {
        UUID personId = PathId.uuid("id", id);
        View<ScreeningState, Knowledge> view = reads.view(engine, operation, personId.toString());
        KnownPerson person =
                view.known()
                        .person(operation, personId)
                        .orElseThrow(() -> ProblemException.notFound("There is no such person."));
        return Reads.ok(
                view,
                PersonView.of(
                        person,
                        operation,
                        view,
                        reads.now(),
                        Confidentials.mayReadStatements(caller.get())
                                ? Optional.of(engine.keys())
                                : Optional.empty()));
    }
}
