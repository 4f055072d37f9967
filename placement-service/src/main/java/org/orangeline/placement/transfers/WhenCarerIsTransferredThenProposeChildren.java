package org.orangeline.placement.transfers;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Reaction;

/** P6: when a parent or guardian is to be transferred, the children are proposed for the place. */
public final class WhenCarerIsTransferredThenProposeChildren {

    private WhenCarerIsTransferredThenProposeChildren() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return state.openPlacement(person.personId()).map(Placement::transfer).stream()
                .flatMap(transfer ->
                        known.wards(person)
                                .filter(child -> !child.gone())
                                .filter(child -> state.openPlacement(child.personId()).isPresent())
                                .map(child ->
                                        new Reaction<>(
                                                WhenCarerIsTransferredThenProposeChildren.class
                                                        .getSimpleName(),
                                                new ProposeTransfer(
                                                        operation,
                                                        child.personId(),
                                                        person.personId()),
                                                transfer.eventId())));
    }
}
