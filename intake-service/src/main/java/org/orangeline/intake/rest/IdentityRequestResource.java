package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.events.EventCodec;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.Identity;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.view.AgencySubjects;
import org.orangeline.kit.audit.Disclosure;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.rest.Says;
import org.orangeline.runtime.kafka.Engine;

/** Who somebody is, told to an agency whose agreement says so: one by one, and written down. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class IdentityRequestResource {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final AgencyAgreements agreements;
    private final CurrentCaller caller;
    private final Disclosure disclosure;
    private final Reads reads;
    private final Body body;
    private final Clock clock;

    IdentityRequestResource(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            AgencyAgreements agreements,
            CurrentCaller caller,
            Disclosure disclosure,
            Reads reads,
            Body body,
            Clock clock) {
        this.engine = engine;
        this.agreements = agreements;
        this.caller = caller;
        this.disclosure = disclosure;
        this.reads = reads;
        this.body = body;
        this.clock = clock;
    }

    @POST
    @Path("/operations/{op}/identity-requests")
    @Access(Role.AGENCY)
    @Operation(
            summary = "Ask who a person is, as an agency",
            description =
                    "For an agency whose agreement entitles it, about a person in the agreement's"
                            + " rows: by the id that the agency's feed names, or by registration"
                            + " number where the agreement allows those. Each answer is written down"
                            + " under the agreement's purpose, with the reason, before it leaves, and"
                            + " so is each refusal."
                            + " A person who is not there, one outside of the rows and one whose"
                            + " identity nobody knows are answered alike.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Asked.class),
                            examples =
                                    @ExampleObject(
                                            name = "a family asks",
                                            value = IntakeExamples.IDENTITY_REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "Who it is; not to be stored by anything in between",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(responseCode = "410", description = "The identity was erased for good")
    public Response ask(@PathParam("op") String operation, byte[] bytes) {
        Asked asked = body.json(bytes, Asked.class);
        if ((asked.subject() == null) == (asked.registrationNumber() == null)) {
            throw ProblemException.field(
                    "subject", "either this or registrationNumber, and not both");
        }
        if (reads.asOf().isPresent()) {
            throw ProblemException.badRequest("Who somebody is, is told as it stands now.");
        }
        Agreement agreement = agreement(operation, asked);
        if (asked.registrationNumber() != null && !agreement.registrationNumbers()) {
            refused(Refusal.NO_NUMBERS, agreement, asked, null);
            throw notEntitled("The agreement allows no registration numbers.");
        }
        OperationState state = reads.view(engine, operation).own().operation(operation);
        if (state == null) {
            refused(Refusal.NO_OPERATION, agreement, asked, null);
            throw new ProblemException(Operations.notFound());
        }
        return told(agreement, operation, state, asked);
    }

    private Agreement agreement(String operation, Asked asked) {
        String agency = caller.get().agency();
        if (agency == null) {
            refused(Refusal.NO_AGENCY, null, asked, null);
            throw new ProblemException(Operations.notFound());
        }
        AgencyAgreements.Entitlement entitlement = entitlement(agency, operation);
        Agreement agreement = entitlement.agreement();
        Refusal refusal = entitlement.refusal();
        if (agreement == null || refusal != null) {
            refused(refusal == null ? Refusal.NO_AGREEMENT : refusal, agreement, asked, null);
            throw notEntitled(
                    "No agreement in force lets the agency ask for identities in this operation.");
        }
        return agreement;
    }

    private AgencyAgreements.Entitlement entitlement(String agency, String operation) {
        try {
            return agreements.entitlement(agency, operation, clock.instant());
        } catch (KafkaException e) {
            throw ProblemException.unavailable("The agreement cannot be checked now.");
        }
    }

    private Response told(
            Agreement agreement, String operation, OperationState state, Asked asked) {
        AgencySubjects subjects = agreements.subjects(agreement.agency(), operation);
        UUID subject =
                Optional.ofNullable(asked.subject())
                        .or(() ->
                                Optional.ofNullable(asked.registrationNumber())
                                        .flatMap(number -> subjects.subjectOf(state, number)))
                        .orElseThrow(() -> nobody(Refusal.NOBODY, agreement, asked, null));
        Person person =
                subjects.find(state, subject)
                        .orElseThrow(() -> nobody(Refusal.NOBODY, agreement, asked, null));
        if (!isIn(agreement, state, person)) {
            throw nobody(Refusal.OUTSIDE_OF_ROWS, agreement, asked, person);
        }
        Identity identity = identity(agreement, asked, state, person);
        disclosure.to(
                new Disclosure.ToAnAgency(
                        agreement.agency(),
                        agreement.id(),
                        agreement.purpose(),
                        person.personId(),
                        asked.reason()));
        return Response.ok(
                        new Told(
                                subject,
                                agreement.registrationNumbers()
                                        ? person.registrationNumber()
                                        : null,
                                identity))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    // Written down before the refusal leaves.
    private void refused(
            Refusal why, @Nullable Agreement agreement, Asked asked, @Nullable Person person) {
        UUID subject = asked.subject();
        disclosure.refused(
                new Disclosure.Refusal(
                        why.code(),
                        caller.get().agency(),
                        agreement == null ? null : agreement.id(),
                        agreement == null ? null : agreement.purpose(),
                        subject == null ? "a registration number" : subject.toString(),
                        person == null ? null : person.personId(),
                        asked.reason()));
    }

    // By the age as corrected, on this day; who is in doubt or in dispute is a child.
    private boolean isIn(Agreement agreement, OperationState state, Person person) {
        return !agreement.rows().childrenOnly()
                || AgeClaims.isChild(state, person.id(), reads.today());
    }

    private Identity identity(
            Agreement agreement, Asked asked, OperationState state, Person person) {
        return Optional.ofNullable(person.identity())
                .flatMap(sealed -> EventCodec.open(sealed, Identity.class, engine.keys()))
                .orElseThrow(() ->
                        state.erasures().isErased(person.id())
                                ? erased(agreement, asked, person)
                                : nobody(Refusal.NOBODY, agreement, asked, person));
    }

    private ProblemException erased(Agreement agreement, Asked asked, Person person) {
        refused(Refusal.ERASED, agreement, asked, person);
        return new ProblemException(
                Problem.of(410, "identity-erased", "Erased", "The identity was erased for good."));
    }

    private static ProblemException notEntitled(String detail) {
        return new ProblemException(Problem.of(403, "not-entitled", "Not entitled", detail));
    }

    private ProblemException nobody(
            Refusal why, Agreement agreement, Asked asked, @Nullable Person person) {
        refused(why, agreement, asked, person);
        return ProblemException.notFound("There is no such person for the agency.");
    }

    /**
     * @param subject the agency's own id of the person, as its feed names it
     * @param registrationNumber instead, where the agreement allows those
     * @param reason what for, in this case; kept sealed with the record of the answer
     */
    @Schema(name = "IdentityRequest")
    public record Asked(
            @Nullable UUID subject,
            @Nullable @Says(max = 40, oneLine = true) String registrationNumber,
            @NotNull @Says(min = 10, max = 2000) String reason) {}

    /**
     * @param subject the agency's own id of the person
     * @param registrationNumber only where the agreement allows those
     * @param identity as it stands now
     */
    @Schema(name = "IdentityTold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(UUID subject, @Nullable String registrationNumber, Identity identity) {}
}
