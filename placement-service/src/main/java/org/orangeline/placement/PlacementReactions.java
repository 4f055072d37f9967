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
        // A truck's own record may make the first reviews of its people due earlier.
        Stream<Reaction<PlacementCommand>> ofTruck =
                learned.awaitingTruck(subject.subject()).stream()
                        .flatMap(person -> overdue(operation, person, state, learned));
        return Stream.concat(
                        ofTruck,
                        records(subject.subject(), learned)
                                .flatMap(record -> of(record, operation, state, learned)))
                .distinct()
                .toList();
    }

    // Of the reversal of a merge one record's subject hears; both are looked at for it: the duties,
    // birthdays and proposals of either may be others than before.
    private static Stream<String> records(String subject, KnownOperation learned) {
        PersonFacts person = learned.facts().get(subject);
        return person == null
                ? Stream.of(subject)
                : Stream.concat(
                        Stream.of(subject),
                        learned.merges()
                                .partedFrom(person.personId())
                                .map(parted -> parted.getKey().toString()));
    }

    // A newborn has duties before intake has registered it.
    private static Stream<Reaction<PlacementCommand>> overdue(
            String operation, String person, OperationPlacements state, KnownOperation learned) {
        return Stream.concat(
                WhenDutyIsOverdueThenReport.react(operation, person, state, learned),
                Stream.ofNullable(learned.facts().get(person))
                        .flatMap(facts ->
                                WhenLineDutyIsOverdueThenReport.react(
                                        operation, facts, state, learned)));
    }

    private static Stream<Reaction<PlacementCommand>> of(
            String record, String operation, OperationPlacements state, KnownOperation learned) {
        Stream<Reaction<PlacementCommand>> watched =
                Stream.of(
                                overdue(operation, record, state, learned),
                                WhenAbsenceIsOverdueThenRaise.react(operation, record, state),
                                WhenQuestionIsOverdueThenReport.react(
                                        operation, record, state, learned))
                        .flatMap(reactions -> reactions);
        PersonFacts person = learned.facts().get(record);
        return person == null
                ? watched
                : Stream.of(
                                watched,
                                WhenScreeningConcludedThenProposePlacement.react(
                                        operation, person, state, learned),
                                WhenRelativeConcludedThenProposeChildBeside.react(
                                        operation, person, state, learned),
                                WhenCarerIsTransferredThenProposeChildren.react(
                                        operation, person, state, learned),
                                WhenPersonsMergedThenQuestionPlacements.react(
                                        operation, person, state, learned),
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
                        .flatMap(reactions -> reactions);
    }
}
