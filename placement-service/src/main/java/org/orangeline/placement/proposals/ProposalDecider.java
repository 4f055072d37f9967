package org.orangeline.placement.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.WithdrawalCause;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementProposed.Action;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.PlacementCommand.WithdrawProposal;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.facilities.Facility;
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
        return following(known.merges().counts(command.personId()), state, known, context)
                .map(Decision::<PlacementEvent>accept)
                .orElseGet(ProposalDecider::nothing);
    }

    // What follows from the findings of a person who is here, and from a review; the record's own
    // finding comes first.
    private static Optional<PlacementProposed> following(
            UUID personId, OperationPlacements state, KnownOperation known, Context context) {
        return known.person(personId)
                .flatMap(person -> following(person, state, known, context))
                .filter(proposed -> stands(proposed, state, known, context));
    }

    private static Optional<PlacementProposed> following(
            PersonFacts person, OperationPlacements state, KnownOperation known, Context context) {
        UUID personId = person.personId();
        var rests = new Rests(state, known, context.today());
        if (rests.isCivilian(person)) {
            return Optional.of(release(personId, "P13", context));
        }
        if (rests.isReviewed(person)) {
            return Optional.of(release(personId, "P10", context));
        }
        return Follows.from(
                        known.conclusion(personId)
                                .or(() -> known.conclusionsOf(personId).findFirst()),
                        known.isChildOrInDoubt(person, context.today()))
                .map(one -> proposal(person, one, state, context));
    }

    // Nothing is proposed that would be withdrawn at once.
    private static boolean stands(
            PlacementProposed proposed,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return new Rests(state, known, context.today())
                .lost(Proposal.of(proposed, new Started(context.commandId(), context.now())))
                .isEmpty();
    }

    /** What no longer follows from the facts, and what follows instead. */
    public static Decision<PlacementEvent> withdraw(
            WithdrawProposal command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Proposal> proposal =
                state.proposal(command.personId())
                        .filter(one -> one.proposalId().equals(command.proposalId()));
        Optional<WithdrawalCause> lost =
                proposal.flatMap(new Rests(state, known, context.today())::lost);
        if (lost.isEmpty()) {
            return Decision.refuse(Refusal.conflict("The proposal follows from the facts still."));
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(new ProposalWithdrawn(command.personId(), command.proposalId(), lost.get()));
        instead(proposal.get(), state, known, context).ifPresent(events::add);
        return Decision.accept(events);
    }

    private static Optional<PlacementProposed> instead(
            Proposal proposal, OperationPlacements state, KnownOperation known, Context context) {
        UUID relative = proposal.accompanies();
        if (relative == null) {
            UUID counts = known.merges().counts(proposal.personId());
            return !counts.equals(proposal.personId()) && state.proposal(counts).isPresent()
                    ? Optional.empty()
                    : following(counts, state, known, context);
        }
        return proposal.action() == Action.PLACE
                ? beside(proposal.personId(), relative, state, known, context)
                : Optional.empty();
    }

    /** A child beside the relative who cares for it, where that one is placed or proposed. */
    public static Decision<PlacementEvent> beside(
            ProposeBeside command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return beside(command.personId(), command.relativeId(), state, known, context)
                .map(Decision::<PlacementEvent>accept)
                .orElseGet(ProposalDecider::nothing);
    }

    private static Optional<PlacementProposed> beside(
            UUID childId,
            UUID relativeId,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Rests.Besides.of(relativeId, state, known)
                .filter(there -> known.person(childId).isPresent())
                .map(there ->
                        new PlacementProposed(
                                childId,
                                context.newId("proposal"),
                                Action.PLACE,
                                FacilityKind.CAMP,
                                there.facilityId(),
                                there.basis(),
                                relativeId,
                                List.of("P5", "P6")))
                .filter(proposed -> stands(proposed, state, known, context));
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

    /**
     * @param rule by which the person is to be free
     */
    public static PlacementProposed release(UUID personId, String rule, Context context) {
        return new PlacementProposed(
                personId,
                context.newId("proposal"),
                Action.RELEASE,
                null,
                null,
                null,
                null,
                List.of(rule));
    }

    private static PlacementProposed proposal(
            PersonFacts person, Follows follows, OperationPlacements state, Context context) {
        return new PlacementProposed(
                person.personId(),
                context.newId("proposal"),
                Action.PLACE,
                follows.kind(),
                roomiest(follows.kind(), person, follows.age(), state),
                follows.basis(),
                null,
                follows.because());
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
