package org.orangeline.placement;

import static org.orangeline.placement.PlacementSteps.meanwhile;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.events.Envelope;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Questions;
import org.orangeline.runtime.KnownThrough;

/** The part of the fold about what a placement breaks (rule P14). */
final class QuestionFold {

    private QuestionFold() {}

    static OperationPlacements evolve(
            OperationPlacements state,
            PersonPlacementEvent event,
            Envelope envelope,
            Started started) {
        return switch (event) {
            case PlacementQuestioned questioned ->
                    meanwhile(
                            state,
                            questioned.placementId(),
                            placement -> questioned(placement, questioned, started));
            case SettlementRequested requested ->
                    questions(
                            state,
                            requested.placementId(),
                            all -> all.request(requested.rules(), envelope.actor()));
            case QuestionSettled settled ->
                    questions(
                            state,
                            settled.placementId(),
                            all ->
                                    all.settle(
                                            settled.rules(),
                                            KnownThrough.parse(envelope.knownThrough())));
            case RuleKeptAgain kept ->
                    questions(state, kept.placementId(), all -> all.keepAgain(kept.rules()));
            case QuestionOverdue overdue ->
                    questions(
                            state,
                            overdue.placementId(),
                            all -> all.overdue(overdue.rule(), overdue.startedBy()));
            default -> throw new IllegalArgumentException("not about a question");
        };
    }

    private static OperationPlacements questions(
            OperationPlacements state, UUID placementId, UnaryOperator<Questions> change) {
        return meanwhile(state, placementId, p -> p.with(change.apply(p.questions())));
    }

    // A finding of CIVILIAN that breaks P13 is a decision that the person is to be free (P19).
    private static Placement questioned(
            Placement placement, PlacementQuestioned event, Started started) {
        Placement asked =
                placement.with(
                        placement.questions().raise(event.rules(), event.mergeId(), started));
        return event.rules().contains("P13")
                ? asked.freed(Liberty.found(started.told(event.at()), event.mergeId()))
                : asked;
    }
}
