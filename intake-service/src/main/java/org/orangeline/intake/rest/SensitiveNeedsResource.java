package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.Needs;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.needs.SensitiveNeedsSaid;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Sensitive needs, for those who protect people and nobody else. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class SensitiveNeedsResource {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Reads reads;
    private final Submissions submissions;
    private final Body body;
    private final CurrentCaller caller;

    SensitiveNeedsResource(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Reads reads,
            Submissions submissions,
            Body body,
            CurrentCaller caller) {
        this.engine = engine;
        this.reads = reads;
        this.submissions = submissions;
        this.body = body;
        this.caller = caller;
    }

    @GET
    @Path("/operations/{op}/persons/{id}/sensitive-needs")
    @Access(Role.PROTECTION_OFFICER)
    @Operation(
            summary = "What a person survived",
            description =
                    "Needs that are never listed, searched or told to an agency: those that hold, and"
                            + " what was said of them, by all registrations of the person.")
    @APIResponse(
            responseCode = "200",
            description = "The sensitive needs; an empty list for none",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    @APIResponse(responseCode = "404", description = "No such person")
    public Response needs(@PathParam("op") String operation, @PathParam("id") String id) {
        UUID personId = PathId.uuid("id", id);
        View<IntakeState, Custody> view = reads.view(engine, operation, personId.toString());
        if (view.own().person(operation, personId).isEmpty()) {
            throw ProblemException.notFound("There is no such person.");
        }
        var merges = view.own().require(operation).merges();
        Instant until = reads.asOf().orElse(Instant.MAX);
        try {
            List<SensitiveNeedsSaid> said =
                    merges.registrations(merges.inUse(personId.toString())).stream()
                            .flatMap(registration -> said(operation, registration).stream())
                            .filter(one -> !one.recordedAt().isAfter(until))
                            .sorted(Comparator.comparing(SensitiveNeedsSaid::sequence))
                            .toList();
            return Reads.ok(view, new Shown(personId, SensitiveNeedsSaid.standing(said), said));
        } catch (CompletionException e) {
            throw ProblemException.unavailable("The log cannot be read now.");
        }
    }

    private List<SensitiveNeedsSaid> said(String operation, String registration) {
        return SensitiveNeedsSaid.in(
                UUID.fromString(registration),
                engine.history(operation, registration).join(),
                engine.keys());
    }

    @POST
    @Path("/operations/{op}/persons/{id}/sensitive-needs")
    @Access(
            value = {Role.PROTECTION_OFFICER, Role.INTAKE_OFFICER},
            humanOnly = true)
    @Operation(
            summary = "Say what a person survived, or that it is not so",
            description =
                    "An intake-officer adds sensitive needs here, or with the others in an arrival, and"
                            + " does not read them afterwards. Only a protection-officer takes one"
                            + " back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Said.class),
                            examples =
                                    @ExampleObject(
                                            name = "told in confidence",
                                            value = IntakeExamples.SENSITIVE_NEEDS)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, sealed",
            content = @Content(schema = @Schema(implementation = Answers.Recorded.class)))
    @APIResponse(responseCode = "409", description = "Merged into another, or erased")
    @APIResponse(responseCode = "422", description = "Rule S6 refuses")
    public Response say(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        Said said = body.json(bytes, Said.class);
        if (said.takesBack() && !caller.get().has(Role.PROTECTION_OFFICER)) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "Only a protection-officer takes a sensitive need back."));
        }
        return submissions.run(
                new RecordSensitiveNeeds(
                        operation,
                        personId,
                        codes("added", said.added()),
                        codes("takenBack", said.takenBack()),
                        said.checked()),
                "sensitive-needs " + personId,
                bytes,
                Answers::recorded);
    }

    private static List<String> codes(String field, @Nullable List<String> codes) {
        List<String> all = codes == null ? List.of() : codes;
        if (!Needs.SENSITIVE.containsAll(all)) {
            throw ProblemException.field(field, "must be codes of sensitive needs");
        }
        return all.stream().distinct().toList();
    }

    /**
     * @param needs codes that hold
     * @param said all that was said of them, in order
     */
    @Schema(name = "SensitiveNeeds")
    public record Shown(UUID personId, List<String> needs, List<SensitiveNeedsSaid> said) {}

    /**
     * @param added codes, {@code SURVIVOR} or {@code MENTAL_HEALTH}
     * @param takenBack codes that do not hold
     */
    @Schema(name = "SensitiveNeedsSaid")
    public record Said(
            @Nullable @Size(max = 16) List<@NotNull @Says(max = 64, oneLine = true) String> added,
            @Nullable @Size(max = 16)
                    List<@NotNull @Says(max = 64, oneLine = true) String> takenBack,
            @NotNull @Says(max = 2000) String reason) {

        private boolean takesBack() {
            return takenBack != null && !takenBack.isEmpty();
        }

        private String checked() {
            List<String> more = added == null ? List.of() : added;
            List<String> less = takenBack == null ? List.of() : takenBack;
            if (more.isEmpty() && less.isEmpty()) {
                throw ProblemException.field("added", "or takenBack must name a code");
            }
            if (!Collections.disjoint(more, less)) {
                throw ProblemException.field("takenBack", "must not name what is added");
            }
            return reason;
        }
    }
}
