package org.orangeline.screening.lines;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** Reports a wait that is beyond the limit, once for each wait (rule L4). */
public final class WaitDecider {

    private WaitDecider() {}

    public static Decision<ScreeningEvent> report(
            ReportOverdueWait command, ScreeningState own, Knowledge known, Context context) {
        Optional<Place> unreported =
                unreported(command.operation(), command.personId(), own, known);
        KnownOperation open = known.operation(command.operation());
        if (unreported.isEmpty() || open == null) {
            return Decision.refuse(Refusal.conflict("There is no wait to report."));
        }
        Place place = unreported.get();
        var wait =
                new Wait(place.assignedAt(), open.lineWaitLimit(place.assignedAt()), context.now());
        List<Violation> broken = Policy.violations(Policies.WAITING, wait);
        if (broken.isEmpty()) {
            return Decision.refuse(Refusal.conflict("The wait is within the limit."));
        }
        return Decision.accept(
                new LineWaitOverdue(
                        command.personId(),
                        place.group(),
                        place.assignedAt(),
                        wait.due(),
                        broken.getFirst().rule()));
    }

    /**
     * The wait that is still to be reported should it become too long: of somebody in a line for
     * whom no placement is ordered.
     */
    static Optional<Place> unreported(
            String operation, UUID personId, ScreeningState own, Knowledge known) {
        String id = personId.toString();
        return own.place(operation, personId)
                .filter(place -> place.overdueAt() == null)
                .filter(_ -> known.isHere(operation, id) && !known.isOrdered(operation, id));
    }
}
