package org.orangeline.placement;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.proposals.WhenRelativeConcludedThenProposeChildBeside;
import org.orangeline.placement.proposals.WhenScreeningConcludedThenProposePlacement;
import org.orangeline.placement.questions.WhenFactsChangedThenQuestionPlacement;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/**
 * What placement-service does by itself: it proposes and it questions. Asked whenever something
 * about a person changed, and for everybody after a takeover; each acts once for the event that
 * caused it.
 */
final class PlacementReactions {

    private PlacementReactions() {}

    static List<Reaction<PlacementCommand>> react(
            SubjectRef subject, PlacementState own, Knowledge known) {
        String operation = subject.operation();
        KnownOperation learned = known.operation(operation);
        PersonFacts person = learned.facts().get(subject.subject());
        if (person == null || learned.legalProfile() == null) {
            return List.of();
        }
        boolean placed = own.operation(operation).openPlacement(person.personId()).isPresent();
        return Stream.of(
                        WhenScreeningConcludedThenProposePlacement.react(
                                operation, person, learned),
                        WhenRelativeConcludedThenProposeChildBeside.react(
                                operation, person, learned),
                        placed
                                ? WhenFactsChangedThenQuestionPlacement.react(
                                        operation, person, learned)
                                : Stream.<Reaction<PlacementCommand>>empty())
                .flatMap(reactions -> reactions)
                .toList();
    }
}
