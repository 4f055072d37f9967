package org.orangeline.placement.proposals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementProposed.Action;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** What follows from a finding, as a proposal: nobody is placed or released by it. */
public final class ProposalDecider {

    private ProposalDecider() {}

    public static Decision<PlacementEvent> propose(
            ProposePlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<PersonFacts> person = known.person(command.personId());
        Optional<Conclusion> conclusion = known.conclusion(command.personId());
        if (person.isEmpty() || conclusion.isEmpty()) {
            return nothing();
        }
        boolean child = known.isChildOrInDoubt(person.get(), context.today());
        boolean placed = new Whereabouts(state, known).isPlaced(command.personId());
        return switch (conclusion.get().finding()) {
            case CIVILIAN -> Decision.accept(release(person.get(), context));
            case UNDETERMINED -> nothing();
            case FIGHTER, FAMILY_MEMBER, CHILD_ASSOCIATED ->
                    placed
                            ? nothing()
                            : Decision.accept(
                                    place(person.get(), conclusion.get(), child, state, context));
        };
    }

    private static PlacementProposed place(
            PersonFacts person,
            Conclusion conclusion,
            boolean child,
            OperationPlacements state,
            Context context) {
        if (child) {
            return proposal(
                    person,
                    FacilityKind.CHILD_CENTRE,
                    Basis.VOLUNTARY_SHELTER,
                    List.of("P3"),
                    AgeBand.CHILD,
                    state,
                    context);
        }
        return switch (conclusion.finding()) {
            case FIGHTER ->
                    proposal(
                            person,
                            FacilityKind.PRISON,
                            Basis.CRIMINAL_CUSTODY,
                            List.of("P4"),
                            AgeBand.ADULT,
                            state,
                            context);
            // A child at the time of the act, grown up since.
            case CHILD_ASSOCIATED ->
                    proposal(
                            person,
                            FacilityKind.CAMP,
                            Basis.VOLUNTARY_SHELTER,
                            List.of("P3"),
                            AgeBand.ADULT,
                            state,
                            context);
            default ->
                    conclusion.rests(GroundCode.Kind.SECURITY)
                            ? proposal(
                                    person,
                                    FacilityKind.CAMP,
                                    Basis.INTERNMENT,
                                    List.of("P5"),
                                    AgeBand.ADULT,
                                    state,
                                    context)
                            : proposal(
                                    person,
                                    FacilityKind.CAMP,
                                    Basis.VOLUNTARY_SHELTER,
                                    List.of("S2"),
                                    AgeBand.ADULT,
                                    state,
                                    context);
        };
    }

    /** A child beside the relative who cares for it, where that one is placed or proposed. */
    public static Decision<PlacementEvent> beside(
            ProposeBeside command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<PersonFacts> child = known.person(command.personId());
        var where = new Whereabouts(state, known);
        if (child.isEmpty()
                || !known.isChildOrInDoubt(child.get(), context.today())
                || where.isPlaced(command.personId())) {
            return nothing();
        }
        Optional<Placement> relativePlaced = where.placement(command.relativeId());
        Optional<Proposal> relativeProposed =
                known.merges().same(command.relativeId()).stream()
                        .flatMap(record -> state.proposal(record).stream())
                        .findFirst();
        Basis relativeBasis =
                relativePlaced
                        .map(Placement::basis)
                        .or(() -> relativeProposed.map(Proposal::basis))
                        .orElse(null);
        if (relativeBasis != Basis.INTERNMENT && relativeBasis != Basis.VOLUNTARY_SHELTER) {
            return nothing();
        }
        String facilityId =
                relativePlaced
                        .map(Placement::facilityId)
                        .or(() -> relativeProposed.map(Proposal::facilityId))
                        .orElse(null);
        return Decision.accept(
                new PlacementProposed(
                        command.personId(),
                        context.newId("proposal"),
                        Action.PLACE,
                        FacilityKind.CAMP,
                        facilityId,
                        relativeBasis == Basis.INTERNMENT
                                ? Basis.ACCOMPANYING_FAMILY
                                : Basis.VOLUNTARY_SHELTER,
                        command.relativeId(),
                        List.of("P5", "P6")));
    }

    /** P6: a child where the relative who cares for it is to be transferred. */
    public static Decision<PlacementEvent> transfer(
            ProposeTransfer command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        var where = new Whereabouts(state, known);
        Optional<Placement> child = where.placement(command.personId());
        Optional<Placement> carer =
                where.open(command.relativeId()).filter(one -> one.transfer() != null).findFirst();
        if (child.isEmpty() || carer.isEmpty()) {
            return nothing();
        }
        Place to = carer.get().destination();
        if (child.get().destination().facilityId().equals(to.facilityId())) {
            return nothing();
        }
        return state.facility(to.facilityId())
                .map(facility ->
                        Decision.<PlacementEvent>accept(
                                new PlacementProposed(
                                        child.get().personId(),
                                        context.newId("proposal"),
                                        Action.TRANSFER,
                                        facility.kind(),
                                        facility.facilityId(),
                                        child.get().basis(),
                                        command.relativeId(),
                                        List.of("P6"))))
                .orElseGet(ProposalDecider::nothing);
    }

    private static PlacementProposed release(PersonFacts person, Context context) {
        return new PlacementProposed(
                person.personId(),
                context.newId("proposal"),
                Action.RELEASE,
                null,
                null,
                null,
                null,
                List.of("P13"));
    }

    private static PlacementProposed proposal(
            PersonFacts person,
            FacilityKind kind,
            Basis basis,
            List<String> because,
            AgeBand age,
            OperationPlacements state,
            Context context) {
        return new PlacementProposed(
                person.personId(),
                context.newId("proposal"),
                Action.PLACE,
                kind,
                roomiest(kind, person, age, state),
                basis,
                null,
                because);
    }

    private static @Nullable String roomiest(
            FacilityKind kind, PersonFacts person, AgeBand age, OperationPlacements state) {
        return state.facilities().values().stream()
                .filter(facility -> facility.kind() == kind && facility.free() > 0)
                .filter(facility -> facility.admits().admits(person.sex(), age))
                .max(
                        Comparator.comparingInt(Facility::room)
                                .thenComparing(
                                        Comparator.comparing(Facility::facilityId).reversed()))
                .map(Facility::facilityId)
                .orElse(null);
    }

    private static Decision<PlacementEvent> nothing() {
        return Decision.refuse(Refusal.conflict("There is nothing to propose."));
    }
}
