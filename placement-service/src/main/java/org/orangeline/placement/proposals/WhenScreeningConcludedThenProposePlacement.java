package org.orangeline.placement.proposals;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/**
 * A concluded finding leads to a proposal, once. A merge withdraws what was proposed for the record
 * that goes in; once it is taken back, each record gets what its own facts ask for, a release that
 * was decided too (rule P13).
 */
public final class WhenScreeningConcludedThenProposePlacement {

    private WhenScreeningConcludedThenProposePlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return Stream.concat(
                        known.conclusion(person.personId()).stream()
                                .map(conclusion -> conclusion.cause().eventId()),
                        Reversals.of(person, state, known))
                .map(cause ->
                        new Reaction<>(
                                WhenScreeningConcludedThenProposePlacement.class.getSimpleName(),
                                new ProposePlacement(operation, person.personId()),
                                cause));
    }
}
