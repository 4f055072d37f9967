package org.orangeline.placement.questions;

import java.util.stream.Stream;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/** P14: corrected facts or another finding make a standing placement be looked at again. */
public final class WhenFactsChangedThenQuestionPlacement {

    private WhenFactsChangedThenQuestionPlacement() {}

    /** Asked for persons with an open placement only. */
    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, KnownOperation known) {
        return Stream.concat(
                        Stream.ofNullable(person.correctedBy()),
                        known.conclusion(person.personId()).map(Conclusion::eventId).stream())
                .map(cause ->
                        new Reaction<>(
                                WhenFactsChangedThenQuestionPlacement.class.getSimpleName(),
                                new QuestionPlacement(operation, person.personId()),
                                cause));
    }
}
