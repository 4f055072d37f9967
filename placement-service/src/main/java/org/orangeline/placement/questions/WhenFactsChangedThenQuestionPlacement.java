package org.orangeline.placement.questions;

import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/**
 * P14: corrected facts, a family link, another finding or a reopened screening make a standing
 * placement be looked at again, once for each; relatives' too, since a link binds both.
 */
public final class WhenFactsChangedThenQuestionPlacement {

    private WhenFactsChangedThenQuestionPlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return Stream.concat(Stream.of(person), known.relatives(person))
                .filter(one -> state.openPlacement(one.personId()).isPresent())
                .flatMap(one ->
                        causes(one, known)
                                .map(cause ->
                                        new Reaction<>(
                                                WhenFactsChangedThenQuestionPlacement.class
                                                        .getSimpleName(),
                                                new QuestionPlacement(operation, one.personId()),
                                                cause)));
    }

    private static Stream<String> causes(PersonFacts person, KnownOperation known) {
        return Stream.of(
                        Optional.ofNullable(person.changedBy()),
                        known.conclusion(person.personId()).map(Conclusion::eventId),
                        Optional.ofNullable(known.reopened().get(person.personId().toString())))
                .flatMap(Optional::stream);
    }
}
