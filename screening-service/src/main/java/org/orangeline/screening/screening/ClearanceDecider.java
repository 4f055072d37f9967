package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.People;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** Records that a clinician allows the questioning of a person in urgent need (rule S4). */
public final class ClearanceDecider {

    private ClearanceDecider() {}

    public static Decision<ScreeningEvent> clear(
            ClearMedically command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<Refusal> absent = People.present(command.operation(), command.personId(), known);
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        var interview =
                Interview.of(
                        command.operation(),
                        known.person(command.operation(), command.personId()).orElseThrow(),
                        own,
                        known.require(command.operation()));
        if (Policy.violations(Policies.QUESTIONING, interview).isEmpty()) {
            return Decision.refuse(Refusal.conflict("This person needs no medical clearance now."));
        }
        return Decision.accept(
                new MedicallyCleared(command.personId(), command.clinician(), command.note()));
    }
}
