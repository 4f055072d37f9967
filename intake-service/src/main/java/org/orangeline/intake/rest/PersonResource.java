package org.orangeline.intake.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.view.PersonSearch;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Purpose;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Persons: read, found, corrected. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class PersonResource {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Corrections corrections;
    private final Reads reads;
    private final CurrentCaller caller;
    private final RawRequest request;
    private final Body body;
    private final PersonSearch search;
    private final Csv csv;
    private final Clock clock;

    PersonResource(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Corrections corrections,
            Reads reads,
            CurrentCaller caller,
            RawRequest request,
            Body body,
            PersonSearch search,
            Csv csv,
            Clock clock) {
        this.clock = clock;
        this.engine = engine;
        this.corrections = corrections;
        this.reads = reads;
        this.caller = caller;
        this.request = request;
        this.body = body;
        this.search = search;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/persons/{id}")
    @Access(everyOfficer = true)
    @Operation(
            summary = "A person",
            description =
                    "Facts; identity for intake-officer, screening-officer, registrar, and for an auditor"
                            + " who states a `Purpose`; and for whoever took an emergency access to the"
                            + " person.")
    @APIResponse(
            responseCode = "200",
            description = "The person; ETag is the version",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response person(@PathParam("op") String operation, @PathParam("id") String id) {
        UUID personId = PathId.uuid("id", id);
        View<IntakeState, Custody> view = reads.view(engine, operation);
        Person person =
                view.own()
                        .person(operation, personId)
                        .orElseThrow(() -> ProblemException.notFound("There is no such person."));
        return Response.ok(
                        PersonView.of(
                                view.own().require(operation),
                                person,
                                mayReadIdentity() || hasEmergency(view, operation, personId),
                                engine.keys()))
                .tag(new EntityTag(Long.toString(person.version())))
                .header(Reads.POSITION, view.position())
                .build();
    }

    @PATCH
    @Path("/operations/{op}/persons/{id}")
    @Access(value = Role.INTAKE_OFFICER, mayNameDevice = true)
    @Operation(
            summary = "Correct a person's details",
            description =
                    "A merge-patch (RFC 7396), also as `application/json`: what is left out stays as it"
                            + " is, within `identity` too, where `null` takes a member away. `age` and"
                            + " `family` are told whole, and `null` for a whole field is refused."
                            + " `If-Match` names the version that was seen; what was before stays in the history."
                            + " A tablet that was offline names the version that it had seen with"
                            + " `Based-On` instead (0 for the arrival): what nobody else corrected"
                            + " since is corrected, and a field that somebody did is kept beside"
                            + " what stands, as a conflict for a human. `Device-Id` says which tablet"
                            + " kept it, and is believed with that tablet's `Device-Token` only.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            schema =
                    @Schema(
                            type =
                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                            .STRING),
            example = "\"17\"")
    @Parameter(
            name = SeenVersion.BASED_ON,
            in = ParameterIn.HEADER,
            schema =
                    @Schema(
                            type =
                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                            .STRING))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CorrectionRequest.class),
                            examples = {
                                @ExampleObject(name = "age", value = IntakeExamples.CORRECTION),
                                @ExampleObject(
                                        name = "a name, the rest of the identity stays",
                                        value = IntakeExamples.CORRECTION_OF_NAME)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = Corrected.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "Kept as a claim: an age that would end a child's protection counts once two"
                            + " humans have assessed it",
            content = @Content(schema = @Schema(implementation = Corrected.class)))
    @APIResponse(responseCode = "412", description = "Changed since that version")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor Based-On")
    public Response correct(
            @PathParam("op") String operation, @PathParam("id") String id, byte[] bytes) {
        UUID personId = PathId.uuid("id", id);
        return corrections.correct(operation, personId, bytes, done -> corrected(personId, done));
    }

    private static Response corrected(UUID personId, Outcome.Done done) {
        Corrected corrected = Corrected.of(personId, done);
        Response.ResponseBuilder answer =
                Response.status(Corrected.holdsClaim(done) ? 202 : 200).entity(corrected);
        if (corrected.version() != null) {
            answer.tag(new EntityTag(corrected.version().toString()));
        }
        return answer.build();
    }

    @POST
    @Path("/operations/{op}/persons/search")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Find persons",
            description =
                    "Best first, with `because`: what agrees, and how well. Names of any script find"
                            + " each other, typing errors too; by name only for those who may read"
                            + " identities.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchRequest.class),
                            examples =
                                    @ExampleObject(name = "facts", value = IntakeExamples.SEARCH)))
    @APIResponse(
            responseCode = "200",
            description = "A page of persons",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response search(@PathParam("op") String operation, byte[] bytes) {
        SearchRequest asked = body.json(bytes, SearchRequest.class);
        boolean withIdentity = mayReadIdentity();
        if (asked.name() != null && !withIdentity) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "A search by name needs a role that may read identities."));
        }
        View<IntakeState, Custody> view = reads.view(engine, operation);
        var state = view.own().operation(operation);
        if (state == null) {
            throw ProblemException.notFound("There is no such operation.");
        }
        List<PersonSearch.Hit> hits =
                search.find(state, asked.query(), reads.today())
                        .orElseThrow(() ->
                                ProblemException.unavailable("The names are still being read."));
        return csv.isAsked()
                ? csv.of(
                        view,
                        "persons",
                        PersonRow.class,
                        () ->
                                hits.stream()
                                        .map(hit ->
                                                PersonRow.of(
                                                        PersonView.of(
                                                                state,
                                                                hit,
                                                                withIdentity,
                                                                engine.keys()))))
                : Reads.ok(
                        view,
                        Page.of(hits, asked.cursor(), asked.limit())
                                .map(hit ->
                                        PersonView.of(state, hit, withIdentity, engine.keys())));
    }

    // For the moment's view only: what somebody could read does not come back with ?asOf=.
    private boolean hasEmergency(View<IntakeState, Custody> view, String operation, UUID personId) {
        return view.own()
                .require(operation)
                .emergencies()
                .running(caller.get().actor().text(), personId, clock.instant())
                .isPresent();
    }

    private boolean mayReadIdentity() {
        return Confidentials.mayReadIdentity(caller.get(), Purpose.of(request));
    }
}
