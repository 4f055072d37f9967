package org.orangeline.placement.duties;

import java.util.stream.Stream;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Reaction;

/**
 * Who waits under guard in a line has duties too, and what nobody did in time is an event, once
 * (rules P10 to P12).
 */
public final class WhenLineDutyIsOverdueThenReport {

    private WhenLineDutyIsOverdueThenReport() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, PersonFacts person, OperationPlacements state, KnownOperation known) {
        // Whatever record an event was about, the duties are those of the person.
        return LineCustody.watched(person, state, known).stream()
                .flatMap(custody -> LineDuties.of(custody, known))
                .filter(duty -> !duty.reported())
                .map(duty ->
                        new Reaction<>(
                                WhenLineDutyIsOverdueThenReport.class.getSimpleName()
                                        + " "
                                        + duty.kind(),
                                new ReportLineOverdue(
                                        operation, duty.personId(), duty.kind(), duty.startedBy()),
                                duty.startedBy(),
                                // Due is the last moment at which it is in time.
                                duty.due().plusMillis(1)));
    }
}
