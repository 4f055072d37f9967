package org.orangeline.placement.proposals;

import java.util.stream.Stream;
import org.orangeline.events.model.Finding;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/**
 * A parent or guardian who was found a family member leads to a proposal for each child beside that
 * one, once; whether the child was registered before or comes later. A child with a finding of its
 * own is proposed for itself.
 */
public final class WhenRelativeConcludedThenProposeChildBeside {

    private WhenRelativeConcludedThenProposeChildBeside() {}

    /** Looks both ways: the person may be the child, or the one who cares. */
    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        Stream<Reaction<PlacementCommand>> asChild =
                known.carers(person)
                        .flatMap(carer -> beside(operation, person, carer, state, known));
        Stream<Reaction<PlacementCommand>> asCarer =
                known.wards(person)
                        .flatMap(child -> beside(operation, child, person, state, known));
        return Stream.concat(asCarer, asChild);
    }

    private static Stream<Reaction<PlacementCommand>> beside(
            String operation,
            PersonFacts child,
            PersonFacts carer,
            OperationPlacements state,
            KnownOperation known) {
        boolean onItsOwn =
                known.conclusionsOf(child.personId())
                        .anyMatch(own -> own.finding() != Finding.UNDETERMINED);
        return known.conclusionsOf(carer.personId())
                .filter(conclusion -> !onItsOwn && conclusion.finding() == Finding.FAMILY_MEMBER)
                .flatMap(conclusion ->
                        Stream.concat(
                                Stream.of(conclusion.cause().eventId()),
                                Reversals.of(child, carer, state, known)))
                .map(cause ->
                        new Reaction<>(
                                WhenRelativeConcludedThenProposeChildBeside.class.getSimpleName(),
                                new ProposeBeside(operation, child.personId(), carer.personId()),
                                cause));
    }
}
