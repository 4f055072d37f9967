package org.orangeline.placement.questions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Reaction;

/**
 * P14 names birthdays: a child that grows up is no dependant any longer (P5), and has no place
 * among children (P7, P15). Its placement is looked at again on that day, and beside a relative
 * also on the first day on which it may be an adult, from which its own consent counts (P5).
 */
public final class WhenChildGrowsUpThenQuestionPlacement {

    private static final String NAME = WhenChildGrowsUpThenQuestionPlacement.class.getSimpleName();

    private WhenChildGrowsUpThenQuestionPlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        LocalDate grown = known.adultFrom(person);
        LocalDate maybe = known.maybeAdultFrom(person);
        List<Placement> open = new Whereabouts(state, known).open(person.personId()).toList();
        return Stream.concat(
                open.stream()
                        .map(Placement::orderedAt)
                        .filter(start(grown)::isAfter)
                        .map(_ -> on(start(grown), NAME + " " + grown, operation, person)),
                open.stream()
                        .filter(_ -> maybe.isBefore(grown))
                        .filter(WhenChildGrowsUpThenQuestionPlacement::isWithoutConsent)
                        .map(Placement::orderedAt)
                        .map(at -> later(start(maybe), at))
                        .map(at -> on(at, NAME + " maybe " + maybe, operation, person)));
    }

    // Also of logs of before P5 asked whoever may be an adult.
    private static boolean isWithoutConsent(Placement placement) {
        return placement.terms().withConsent()
                ? placement.terms().byCarer()
                : placement.basis() == Basis.ACCOMPANYING_FAMILY;
    }

    // Another age is another birthday, and another name.
    private static Reaction<PlacementCommand> on(
            Instant at, String name, String operation, PersonFacts person) {
        return new Reaction<>(
                name,
                new QuestionPlacement(operation, person.personId()),
                person.arrival().eventId(),
                at);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
