package org.orangeline.placement.questions;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.QuestionCommand.ReportOverdueQuestion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.runtime.Reaction;

/** P14: a question that was not closed in time is an event, once. */
public final class WhenQuestionIsOverdueThenReport {

    private WhenQuestionIsOverdueThenReport() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, String person, OperationPlacements state, KnownOperation known) {
        return state.placementsOf(person)
                .flatMap(placement -> Raised.of(placement, known))
                .filter(raised -> !raised.reported())
                .map(raised ->
                        new Reaction<>(
                                WhenQuestionIsOverdueThenReport.class.getSimpleName()
                                        + " "
                                        + raised.rule(),
                                new ReportOverdueQuestion(
                                        operation,
                                        raised.personId(),
                                        raised.placementId(),
                                        raised.rule(),
                                        raised.startedBy()),
                                raised.startedBy(),
                                // Due is the last moment at which it is in time.
                                raised.due().plusMillis(1)));
    }
}
