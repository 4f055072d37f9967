package org.orangeline.placement.questions;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Question;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Reaction;

/**
 * P14: a question on a rule that no signature lifts closes when the rule is kept again: moved,
 * another finding, another age, a merge taken back, another basis; also for those who are held only
 * beside the person. Who grows up is looked at on that day.
 */
public final class WhenRuleIsKeptAgainThenClose {

    private static final String NAME = WhenRuleIsKeptAgainThenClose.class.getSimpleName();

    private WhenRuleIsKeptAgainThenClose() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return Stream.concat(Stream.of(person.personId()), beside(person, state, known))
                .flatMap(new Whereabouts(state, known)::open)
                .distinct()
                .flatMap(placement -> react(operation, placement, known));
    }

    // Who was never placed, nor held to be somebody who was, is nobody's reason to be in a place.
    private static Stream<UUID> beside(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        boolean placed =
                Stream.concat(
                                known.merges().same(person.personId()).stream(),
                                known.merges().partedFrom(person.personId()).map(Map.Entry::getKey))
                        .anyMatch(record -> state.byPerson().containsKey(record.toString()));
        return placed ? known.relatives(person).map(PersonFacts::personId) : Stream.empty();
    }

    private static Stream<Reaction<PlacementCommand>> react(
            String operation, Placement placement, KnownOperation known) {
        return placement
                .questions()
                .open(mergeId -> true)
                .filter(question -> PlacementRules.isNeverLifted(question.rule()))
                .flatMap(question ->
                        Stream.concat(
                                Stream.of(close(operation, placement, question, NAME)),
                                grown(operation, placement, question, known)));
    }

    private static Reaction<PlacementCommand> close(
            String operation, Placement placement, Question question, String name) {
        return new Reaction<>(
                name + " " + question.rule(),
                new CloseQuestion(
                        operation, placement.personId(), placement.placementId(), question.rule()),
                question.raised().eventId());
    }

    private static Stream<Reaction<PlacementCommand>> grown(
            String operation, Placement placement, Question question, KnownOperation known) {
        return known.person(placement.personId()).map(known::adultFrom).stream()
                .map(day -> {
                    Reaction<PlacementCommand> then =
                            close(operation, placement, question, NAME + " when grown up");
                    return new Reaction<>(
                            then.name(),
                            then.command(),
                            then.causationId(),
                            day.atStartOfDay().toInstant(ZoneOffset.UTC));
                });
    }
}
