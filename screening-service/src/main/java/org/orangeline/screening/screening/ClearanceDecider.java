package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.People;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.ExpireClearance;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Urgency;

/** A clinician allows the questioning of a person in urgent need, for a while (rule S4). */
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
        KnownPerson person = known.person(command.operation(), command.personId()).orElseThrow();
        List<Urgency.Need> needs = person.urgency().needs();
        Optional<Refusal> never =
                Told.implausible("the clearance", command.at(), command, known, context)
                        .or(() -> beforeNeed(command, needs, 0, context));
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        Interview then =
                Interview.of(
                        command.operation(),
                        person,
                        own,
                        known.require(command.operation()),
                        Told.or(command.at(), context.now()));
        if (then.openNeeds().isEmpty()) {
            return Decision.refuse(
                    beforeNeed(command, needs, needs.size() - 1, context)
                            .orElseGet(ClearanceDecider::unneeded));
        }
        // While another clearance holds this one renews it, also when it is uploaded later.
        if (then.isClearedAlreadyBy(command.clinician())) {
            return Decision.refuse(
                    Refusal.conflict("This clinician's clearance of that moment is recorded."));
        }
        return Decision.accept(
                new MedicallyCleared(
                        command.personId(), command.clinician(), command.note(), command.at()));
    }

    // A need that was said after the clinician spoke is not covered.
    private static Optional<Refusal> beforeNeed(
            ClearMedically command, List<Urgency.Need> needs, int which, Context context) {
        return needs.isEmpty()
                ? Optional.empty()
                : ToldTime.at(
                        "the clearance",
                        command.at(),
                        needs.get(which).at(),
                        "when the need was recorded",
                        context.now());
    }

    private static Refusal unneeded() {
        return Refusal.conflict(
                "No clearance was needed at that time: the person had no urgent need, or a"
                        + " clinician had ended it.");
    }

    public static Decision<ScreeningEvent> expire(
            ExpireClearance command, ScreeningState own, Knowledge known, Context context) {
        Optional<Clearance> running = running(command.operation(), command.personId(), own, known);
        if (running.isEmpty()) {
            return Decision.refuse(Refusal.conflict("There is no clearance to run out."));
        }
        Instant given = running.get().at();
        Instant until = known.require(command.operation()).clearedUntil(given);
        return context.now().isBefore(until)
                ? Decision.refuse(Refusal.conflict("The clearance has not run out."))
                : Decision.accept(
                        new ClearanceExpired(
                                command.personId(), given, until, MedicalNeedIsCleared.RULE));
    }

    /**
     * The clearance that is still to be reported should it run out before the person is screened.
     */
    static Optional<Clearance> running(
            String operation, UUID personId, ScreeningState own, Knowledge known) {
        List<Clearance> given = own.clearances(operation, personId);
        return own.clearance(operation, personId)
                .filter(clearance -> clearance.expiredAt() == null)
                .filter(_ -> known.isReachable(operation, personId.toString()))
                .filter(_ -> !own.screening(operation, personId).isSettled())
                .filter(clearance ->
                        known.person(operation, personId)
                                .map(person -> person.urgency().needs())
                                .filter(needs -> needs.stream().allMatch(clearance::covers))
                                .filter(needs ->
                                        !needs.stream().allMatch(need -> isEnded(need, given)))
                                .isPresent());
    }

    private static boolean isEnded(Urgency.Need need, List<Clearance> given) {
        return given.stream().anyMatch(one -> one.ends(need));
    }
}
