package org.orangeline.placement;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.placement.custody.WhenAbsenceIsOverdueThenRaise;
import org.orangeline.placement.duties.WhenDutyIsOverdueThenReport;
import org.orangeline.placement.duties.WhenLineDutyIsOverdueThenReport;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.proposals.WhenFactsChangedThenWithdrawProposal;
import org.orangeline.placement.proposals.WhenRelativeConcludedThenProposeChildBeside;
import org.orangeline.placement.proposals.WhenScreeningConcludedThenProposePlacement;
import org.orangeline.placement.questions.WhenChildGrowsUpThenQuestionPlacement;
import org.orangeline.placement.questions.WhenFactsChangedThenQuestionPlacement;
import org.orangeline.placement.questions.WhenPersonsMergedThenQuestionPlacements;
import org.orangeline.placement.questions.WhenPersonsUnmergedThenQuestionPlacements;
import org.orangeline.placement.questions.WhenQuestionIsOverdueThenReport;
import org.orangeline.placement.questions.WhenRuleIsKeptAgainThenClose;
import org.orangeline.placement.transfers.WhenCarerIsTransferredThenProposeChildren;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/**
 * What placement-service does by itself: it proposes, questions and reports. Asked whenever
 * something about a person changed or a time has come, and for everybody after a takeover; each
 * acts once for the event that caused it.
 */
final class PlacementReactions {

    private PlacementReactions() {}

    static List<Reaction<PlacementCommand>> react(
            SubjectRef subject, PlacementState own, Knowledge known) {
        String operation = subject.operation();
        KnownOperation learned = known.operation(operation);
        if (learned.legalProfile() == null) {
            return List.of();
        }
        OperationPlacements state = own.operation(operation);
        // A newborn has duties before intake has registered it.
        // A truck's own record may make the first reviews of its people due earlier.
        Stream<Reaction<PlacementCommand>> overdue =
                Stream.concat(
                                Stream.of(subject.subject()),
                                learned.awaitingTruck(subject.subject()).stream())
                        .flatMap(person ->
                                Stream.concat(
                                        WhenDutyIsOverdueThenReport.react(
                                                operation, person, state, learned),
                                        waiting(person, learned)
                                                .flatMap(one ->
                                                        WhenLineDutyIsOverdueThenReport.react(
                                                                operation, one, state, learned))));
        Stream<Reaction<PlacementCommand>> watched =
                Stream.of(
                                overdue,
                                WhenAbsenceIsOverdueThenRaise.react(
                                        operation, subject.subject(), state),
                                WhenQuestionIsOverdueThenReport.react(
                                        operation, subject.subject(), state, learned))
                        .flatMap(reactions -> reactions);
        PersonFacts person = learned.facts().get(subject.subject());
        return person == null
                ? watched.toList()
                : Stream.of(
                                watched,
                                WhenScreeningConcludedThenProposePlacement.react(
                                        operation, person, learned),
                                WhenRelativeConcludedThenProposeChildBeside.react(
                                        operation, person, learned),
                                WhenCarerIsTransferredThenProposeChildren.react(
                                        operation, person, state, learned),
                                WhenPersonsMergedThenQuestionPlacements.react(
                                        operation, person, learned),
                                WhenPersonsUnmergedThenQuestionPlacements.react(
                                        operation, person, state, learned),
                                WhenFactsChangedThenQuestionPlacement.react(
                                        operation, person, state, learned),
                                WhenChildGrowsUpThenQuestionPlacement.react(
                                        operation, person, state, learned),
                                WhenRuleIsKeptAgainThenClose.react(
                                        operation, person, state, learned),
                                WhenFactsChangedThenWithdrawProposal.react(
                                        operation, person, state, learned))
                        .flatMap(reactions -> reactions)
                        .toList();
    }

    /** The person, and whoever was held to be the same person and is not. */
    private static Stream<PersonFacts> waiting(String person, KnownOperation learned) {
        PersonFacts facts = learned.facts().get(person);
        return facts == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(facts),
                        learned.merges()
                                .partedFrom(facts.personId())
                                .flatMap(parted -> learned.person(parted.getKey()).stream()));
    }
}
