package org.orangeline.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.model.Finding;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.PlacementCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
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
        KnownOperation knownOperation = known.operation(subject.operation());
        PersonFacts person = knownOperation.facts().get(subject.subject());
        if (person == null || knownOperation.legalProfile() == null) {
            return List.of();
        }
        OperationPlacements state = own.operation(subject.operation());
        List<Reaction<PlacementCommand>> due = new ArrayList<>();
        knownOperation
                .conclusion(person.personId())
                .ifPresent(conclusion -> {
                    due.add(whenScreeningConcludedThenPropose(subject, person, conclusion));
                    children(knownOperation, person)
                            .forEach(child ->
                                    whenRelativeConcludedThenProposeBeside(
                                                    subject, knownOperation, child, person)
                                            .ifPresent(due::add));
                });
        knownOperation
                .relatives(person)
                .filter(PlacementReactions::caresForChildren)
                .forEach(relative ->
                        whenRelativeConcludedThenProposeBeside(
                                        subject, knownOperation, person, relative)
                                .ifPresent(due::add));
        if (state.openPlacement(person.personId()).isPresent()) {
            whenFactsChangedThenQuestion(subject, person, knownOperation).forEach(due::add);
        }
        return due;
    }

    private static Reaction<PlacementCommand> whenScreeningConcludedThenPropose(
            SubjectRef subject, PersonFacts person, Conclusion conclusion) {
        return new Reaction<>(
                "WhenScreeningConcludedThenProposePlacement",
                new ProposePlacement(subject.operation(), person.personId()),
                conclusion.eventId());
    }

    // Only beside a family member: children of others are screened and proposed for themselves.
    private static Optional<Reaction<PlacementCommand>> whenRelativeConcludedThenProposeBeside(
            SubjectRef subject, KnownOperation known, PersonFacts child, PersonFacts relative) {
        boolean onItsOwn =
                known.conclusion(child.personId())
                        .map(Conclusion::finding)
                        .filter(finding -> finding != Finding.UNDETERMINED)
                        .isPresent();
        return known.conclusion(relative.personId())
                .filter(conclusion -> conclusion.finding() == Finding.FAMILY_MEMBER && !onItsOwn)
                .map(conclusion ->
                        new Reaction<>(
                                "WhenRelativeConcludedThenProposeChildBeside",
                                new ProposeBeside(
                                        subject.operation(), child.personId(), relative.personId()),
                                conclusion.eventId()));
    }

    private static Stream<Reaction<PlacementCommand>> whenFactsChangedThenQuestion(
            SubjectRef subject, PersonFacts person, KnownOperation known) {
        UUID personId = person.personId();
        return Stream.concat(
                        Stream.ofNullable(person.correctedBy()),
                        known.conclusion(personId).map(Conclusion::eventId).stream())
                .map(cause ->
                        new Reaction<>(
                                "WhenFactsChangedThenQuestionPlacement",
                                new QuestionPlacement(subject.operation(), personId),
                                cause));
    }

    private static Stream<PersonFacts> children(KnownOperation known, PersonFacts person) {
        return caresForChildren(person) ? known.relatives(person) : Stream.empty();
    }

    private static boolean caresForChildren(PersonFacts person) {
        return person.family() != null && person.family().role().caresForChildren();
    }
}
