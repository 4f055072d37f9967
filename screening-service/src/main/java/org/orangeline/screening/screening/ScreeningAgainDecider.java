package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ReportScreeningAgain;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** Reports who was not screened again within the limit, once for each conclusion (rule S1). */
public final class ScreeningAgainDecider {

    private ScreeningAgainDecider() {}

    public static Decision<ScreeningEvent> report(
            ReportScreeningAgain command, ScreeningState own, Knowledge known, Context context) {
        Optional<Conclusion> unreported =
                unreported(command.operation(), command.personId(), own, known);
        KnownOperation open = known.operation(command.operation());
        if (unreported.isEmpty() || open == null) {
            return Decision.refuse(Refusal.conflict("There is no screening to hold again."));
        }
        Conclusion conclusion = unreported.get();
        var again =
                new Again(conclusion.at(), open.screenAgainWithin(conclusion.at()), context.now());
        List<Violation> broken = Policy.violations(Policies.SCREENED_AGAIN, again);
        if (broken.isEmpty()) {
            return Decision.refuse(Refusal.conflict("The next screening is within the limit."));
        }
        return Decision.accept(
                new ScreeningAgainOverdue(
                        command.personId(),
                        conclusion.recommendationId(),
                        conclusion.at(),
                        again.due(),
                        broken.getFirst().rule()));
    }

    /** The conclusion that is still to be reported should no other follow in time. */
    static Optional<Conclusion> unreported(
            String operation, UUID personId, ScreeningState own, Knowledge known) {
        return waiting(operation, personId, own, known)
                .filter(conclusion -> conclusion.overdueAt() == null);
    }

    /** The conclusion after which somebody who can be questioned has to be screened again. */
    public static Optional<Conclusion> waiting(
            String operation, UUID personId, ScreeningState own, Knowledge known) {
        return own.screening(operation, personId)
                .undetermined()
                .filter(_ -> known.isReachable(operation, personId.toString()));
    }
}
