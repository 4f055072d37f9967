package org.orangeline.placement.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.LineCustody;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.knowledge.Taken;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.proposals.Proposal;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Proposals, and where a person is. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class CustodyResource {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Reads reads;
    private final Csv csv;

    CustodyResource(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Reads reads,
            Csv csv) {
        this.engine = engine;
        this.reads = reads;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/proposals")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "Who is proposed where, on what basis",
            description =
                    "Oldest first. The software proposes; only a human's order places anybody.")
    @APIResponse(
            responseCode = "200",
            description = "A page of proposals",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response proposals(
            @PathParam("op") String operation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        KnownOperation known = view.known().operation(operation);
        List<Proposal> proposals =
                view.own().operation(operation).proposals().values().stream()
                        .sorted(
                                Comparator.comparing(Proposal::proposedAt)
                                        .thenComparing(Proposal::personId))
                        .toList();
        if (csv.isAsked()) {
            return csv.of(
                    view,
                    "proposals",
                    ProposalView.class,
                    () -> proposals.stream().map(p -> ProposalView.of(p, known)));
        }
        Page<Proposal> page = Page.of(proposals, cursor, Page.limit(limit));
        return Reads.ok(
                view,
                new Page<>(
                        page.items().stream().map(p -> ProposalView.of(p, known)).toList(),
                        page.total(),
                        page.next()));
    }

    @GET
    @Path("/operations/{op}/persons/{id}")
    @Access(everyOfficer = true)
    @Operation(summary = "Where a person is, on what basis, and what is due")
    @APIResponse(
            responseCode = "200",
            description = "The person's placement",
            content = @Content(schema = @Schema(implementation = CustodyView.class)))
    public Response person(@PathParam("op") String operation, @PathParam("id") String id) {
        UUID personId = PathId.uuid("id", id);
        View<PlacementState, Knowledge> view = reads.view(engine, operation);
        KnownOperation known = view.known().operation(operation);
        Optional<PersonFacts> person = known.person(personId);
        if (person.isEmpty() || known.legalProfile() == null) {
            throw ProblemException.notFound("There is no such person.");
        }
        OperationPlacements state = view.own().operation(operation);
        Instant now = reads.now();
        List<UUID> same = known.merges().same(personId);
        List<Placement> all =
                same.stream()
                        .flatMap(one -> state.placementsOf(one.toString()))
                        .map(placement -> Registrations.seen(placement, state, known))
                        .toList();
        return Reads.ok(
                view,
                new CustodyView(
                        personId,
                        person.get().registrationNumber(),
                        known.merges().stays(personId).orElse(null),
                        all.stream()
                                .filter(placement -> placement.status().isOpen())
                                .findFirst()
                                .map(placement -> PlacementView.of(placement, known, now))
                                .orElse(null),
                        all.stream()
                                .filter(placement -> !placement.status().isOpen())
                                .map(placement -> PlacementView.of(placement, known, now))
                                .toList(),
                        state.proposal(personId)
                                .map(proposal -> ProposalView.of(proposal, known))
                                .orElse(null),
                        Stream.concat(
                                        all.stream()
                                                .flatMap(placement -> Duties.of(placement, known)),
                                        LineDuties.of(person.get(), state, known))
                                .map(duty -> DutyView.of(duty, known, now))
                                .toList(),
                        same.stream()
                                .flatMap(one -> state.custody(one).inTime().stream())
                                .map(done -> DutyView.of(done, known))
                                .toList(),
                        LineCustody.held(person.get(), state, known)
                                .map(LineCustody::since)
                                .orElse(null),
                        new Whereabouts(state, known)
                                .taken(person.get())
                                .flatMap(record -> Optional.ofNullable(record.taken()))
                                .map(Taken::at)
                                .orElse(null),
                        same.stream()
                                .flatMap(one -> state.safeguards().overrides(one).stream())
                                .toList(),
                        same.stream().flatMap(state.safeguards()::apartFrom).distinct().toList()));
    }

    /**
     * @param action {@code PLACE} or {@code RELEASE}
     * @param facilityId one with a free place when it was proposed; missing when there was none
     * @param because ids of the rules that it follows from
     */
    @Schema(name = "Proposal")
    public record ProposalView(
            UUID proposalId,
            UUID personId,
            @Nullable String registrationNumber,
            PlacementProposed.Action action,
            @Nullable FacilityKind facilityKind,
            @Nullable String facilityId,
            @Nullable Basis basis,
            @Nullable UUID accompanies,
            List<String> because,
            Instant proposedAt) {

        static ProposalView of(Proposal proposal, KnownOperation known) {
            return new ProposalView(
                    proposal.proposalId(),
                    proposal.personId(),
                    known.person(proposal.personId())
                            .map(PersonFacts::registrationNumber)
                            .orElse(null),
                    proposal.action(),
                    proposal.facilityKind(),
                    proposal.facilityId(),
                    proposal.basis(),
                    proposal.accompanies(),
                    proposal.because(),
                    proposal.proposedAt());
        }
    }
}
