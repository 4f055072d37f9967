package org.orangeline.placement.questions;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.Cause;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Reaction;

/**
 * P14: corrected facts, a family link, that a child was raised as alone, another finding or a
 * reopened screening make a standing placement be looked at again, once for each; those of
 * relatives too.
 */
public final class WhenFactsChangedThenQuestionPlacement {

    private WhenFactsChangedThenQuestionPlacement() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        return Stream.concat(
                        causes(person, known)
                                .map(cause -> question(operation, person, cause, false)),
                        linked(person, known)
                                .map(one ->
                                        question(
                                                operation,
                                                one,
                                                Objects.requireNonNull(person.changedBy()),
                                                !isOfBoth(person, one, known))))
                .filter(reaction -> isPlaced(reaction, new Whereabouts(state, known)));
    }

    // A link's event is about both, also when it parts them (P6). Whatever else changes about
    // somebody may leave a relative in breach of P15: a mother turns out to be a child herself, a
    // carer dies, a child goes, or is of another family.
    private static Stream<PersonFacts> linked(PersonFacts person, KnownOperation known) {
        return person.changedBy() == null
                ? Stream.empty()
                : Stream.of(
                                known.relatives(person),
                                known.formerRelatives(person),
                                Stream.ofNullable(person.changedWith())
                                        .flatMap(other -> known.person(other).stream()))
                        .flatMap(found -> found)
                        .distinct();
    }

    private static boolean isOfBoth(
            PersonFacts person, PersonFacts relative, KnownOperation known) {
        return relative.personId().equals(person.changedWith())
                || known.records(relative).stream()
                        .anyMatch(record -> Objects.equals(person.changedBy(), record.changedBy()));
    }

    private static boolean isPlaced(Reaction<PlacementCommand> reaction, Whereabouts where) {
        return reaction.command() instanceof QuestionPlacement question
                && where.isPlaced(question.personId());
    }

    private static Reaction<PlacementCommand> question(
            String operation, PersonFacts person, Cause cause, boolean ofRelative) {
        return new Reaction<>(
                WhenFactsChangedThenQuestionPlacement.class.getSimpleName(),
                new QuestionPlacement(operation, person.personId(), ofRelative),
                cause.eventId());
    }

    private static Stream<Cause> causes(PersonFacts person, KnownOperation known) {
        return Stream.of(
                        Optional.ofNullable(person.changedBy()),
                        known.conclusion(person.personId()).map(Conclusion::cause),
                        Optional.ofNullable(known.reopened().get(person.personId().toString())))
                .flatMap(Optional::stream);
    }
}
