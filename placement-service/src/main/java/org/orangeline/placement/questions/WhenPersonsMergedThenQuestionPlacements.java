package org.orangeline.placement.questions;

import java.util.stream.Stream;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/** P14: two records that turn out to be one person's may have two open placements (rule P2). */
public final class WhenPersonsMergedThenQuestionPlacements {

    private WhenPersonsMergedThenQuestionPlacements() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, KnownOperation known) {
        return known.merges()
                .into(person.personId())
                .map(merge ->
                        new Reaction<>(
                                WhenPersonsMergedThenQuestionPlacements.class.getSimpleName(),
                                new QuestionMerge(
                                        operation, merge.into(), merge.other(), merge.mergeId()),
                                merge.cause().eventId()));
    }
}
