package org.orangeline.placement.questions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Reaction;

/**
 * P14 names birthdays: a child that grows up is no dependant any longer (P5), and has no place
 * among children (P7, P15). Its placement is looked at again on that day.
 */
public final class WhenChildGrowsUpThenQuestionPlacement {

    private static final String NAME = WhenChildGrowsUpThenQuestionPlacement.class.getSimpleName();

    private WhenChildGrowsUpThenQuestionPlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        LocalDate day = known.adultFrom(person);
        Instant grown = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Whereabouts(state, known)
                .open(person.personId())
                .filter(placement -> grown.isAfter(placement.orderedAt()))
                .map(placement ->
                        new Reaction<>(
                                // Another age is another birthday.
                                NAME + " " + day,
                                new QuestionPlacement(operation, person.personId()),
                                person.arrival().eventId(),
                                grown));
    }
}
