package org.orangeline.placement.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.WithdrawProposal;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/**
 * A proposal follows the facts that it rests on: a finding that is reopened or another one, an age,
 * a departure, a death, a merge, an order, an end of the stay, a relative who goes elsewhere.
 */
public final class WhenFactsChangedThenWithdrawProposal {

    private WhenFactsChangedThenWithdrawProposal() {}

    /** The person's own, and those beside whom the person is or was to be. */
    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return Stream.concat(
                        known.merges().same(person.personId()).stream(),
                        beside(person, state, known))
                .distinct()
                .flatMap(record -> state.proposal(record).stream())
                .flatMap(proposal ->
                        lostSince(proposal, state, known).stream()
                                .map(since -> withdraw(operation, proposal, since)));
    }

    // Ages are looked at as of the day of the proposal, and again when a child grows up.
    private static Optional<Instant> lostSince(
            Proposal proposal, OperationPlacements state, KnownOperation known) {
        LocalDate day = proposal.proposedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Rests(state, known, day).lost(proposal).isPresent()
                ? Optional.of(proposal.proposedAt())
                : known.person(proposal.personId())
                        .map(known::adultFrom)
                        .filter(grown -> grown.isAfter(day))
                        .map(grown -> grown.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Reaction<PlacementCommand> withdraw(
            String operation, Proposal proposal, Instant since) {
        return new Reaction<>(
                WhenFactsChangedThenWithdrawProposal.class.getSimpleName(),
                new WithdrawProposal(operation, proposal.personId(), proposal.proposalId()),
                proposal.proposed().eventId(),
                since);
    }

    private static Stream<UUID> beside(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return state.proposals().isEmpty()
                ? Stream.empty()
                : known.wards(person)
                        .map(PersonFacts::personId)
                        .filter(relative ->
                                state.proposal(relative)
                                        .filter(one -> isBeside(one, person, known))
                                        .isPresent());
    }

    private static boolean isBeside(Proposal proposal, PersonFacts person, KnownOperation known) {
        return proposal.accompanies() != null
                && known.merges().isSame(proposal.accompanies(), person.personId());
    }
}
