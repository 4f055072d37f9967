package org.orangeline.placement.questions;

import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Reaction;

/**
 * P14: two records that turn out to be two people's: whoever is held on what the other one's record
 * says is looked at again, and so are their families, and whoever was taken for somebody who is in
 * another place.
 */
public final class WhenPersonsUnmergedThenQuestionPlacements {

    private WhenPersonsUnmergedThenQuestionPlacements() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        return known.merges()
                .partedFrom(person.personId())
                .flatMap(parted ->
                        Stream.of(person.personId(), parted.getKey())
                                .flatMap(one -> family(one, known))
                                .distinct()
                                .filter(one ->
                                        where.isPlaced(one) || where.goneOnFrom(one).isPresent())
                                .map(one ->
                                        new Reaction<>(
                                                WhenPersonsUnmergedThenQuestionPlacements.class
                                                        .getSimpleName(),
                                                new QuestionPlacement(operation, one),
                                                parted.getValue().eventId())));
    }

    private static Stream<UUID> family(UUID person, KnownOperation known) {
        return Stream.concat(
                Stream.of(person),
                known.person(person).stream().flatMap(known::relatives).map(PersonFacts::personId));
    }
}
