package org.orangeline.placement.transfers;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.proposals.Reversals;
import org.orangeline.runtime.Reaction;

/** P6: when a parent or guardian is to be transferred, the children are proposed for the place. */
public final class WhenCarerIsTransferredThenProposeChildren {

    private WhenCarerIsTransferredThenProposeChildren() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        // A transfer is that of one record; the event that ordered it is the cause for that one.
        return state.openPlacement(person.personId()).map(Placement::transfer).stream()
                .flatMap(transfer ->
                        known.wards(person)
                                .filter(child -> !known.isGone(child))
                                .filter(child -> where.isPlaced(child.personId()))
                                .flatMap(child ->
                                        Stream.concat(
                                                        Stream.of(transfer.eventId()),
                                                        Reversals.of(child, person, state, known))
                                                .map(cause ->
                                                        propose(operation, child, person, cause))));
    }

    private static Reaction<PlacementCommand> propose(
            String operation, PersonFacts child, PersonFacts carer, String cause) {
        return new Reaction<>(
                WhenCarerIsTransferredThenProposeChildren.class.getSimpleName(),
                new ProposeTransfer(operation, child.personId(), carer.personId()),
                cause);
    }
}
