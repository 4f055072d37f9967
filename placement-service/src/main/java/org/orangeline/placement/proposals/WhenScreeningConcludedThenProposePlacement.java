package org.orangeline.placement.proposals;

import java.util.stream.Stream;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/** A concluded finding leads to a proposal, once. */
public final class WhenScreeningConcludedThenProposePlacement {

    private WhenScreeningConcludedThenProposePlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, KnownOperation known) {
        return known.conclusion(person.personId()).stream()
                .map(conclusion ->
                        new Reaction<>(
                                WhenScreeningConcludedThenProposePlacement.class.getSimpleName(),
                                new ProposePlacement(operation, person.personId()),
                                conclusion.cause().eventId()));
    }
}
