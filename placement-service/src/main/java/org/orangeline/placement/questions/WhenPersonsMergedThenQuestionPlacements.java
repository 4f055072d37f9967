package org.orangeline.placement.questions;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Reaction;

/**
 * P14: two records that turn out to be one person's may have two open placements (rule P2); and
 * what one of them says may leave a relative in breach of a rule: a mother is a child, has died, or
 * was taken away.
 */
public final class WhenPersonsMergedThenQuestionPlacements {

    private WhenPersonsMergedThenQuestionPlacements() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        return known.merges()
                .into(person.personId())
                .flatMap(merge ->
                        Stream.concat(
                                        Stream.of(
                                                new QuestionMerge(
                                                        operation,
                                                        merge.into(),
                                                        merge.other(),
                                                        merge.mergeId())),
                                        known.relatives(person)
                                                .map(PersonFacts::personId)
                                                .filter(where::isPlaced)
                                                .map(relative ->
                                                        new QuestionMerge(
                                                                operation,
                                                                relative,
                                                                merge.into(),
                                                                merge.mergeId())))
                                .map(question ->
                                        new Reaction<>(
                                                WhenPersonsMergedThenQuestionPlacements.class
                                                        .getSimpleName(),
                                                question,
                                                merge.cause().eventId())));
    }
}
