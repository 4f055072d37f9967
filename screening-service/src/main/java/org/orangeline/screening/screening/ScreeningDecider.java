package org.orangeline.screening.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Ground;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownPerson;

/** One officer recommends a finding, a second one approves it or sends it back. */
public final class ScreeningDecider {

    private ScreeningDecider() {}

    public static Decision<ScreeningEvent> recommend(
            RecommendFinding command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<KnownPerson> person = known.person(command.operation(), command.personId());
        if (person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        List<Violation> broken =
                Policy.violations(
                        Policies.FINDING,
                        Case.of(
                                command.finding(),
                                command.grounds(),
                                person.get(),
                                context.today()));
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        Screening screening = own.screening(command.operation(), command.personId());
        if (screening.open().isPresent()) {
            return Decision.refuse(
                    Refusal.conflict("A recommendation for this person waits for its approval."));
        }
        if (screening.isSettled()) {
            return Decision.refuse(Refusal.conflict("The screening of this person is concluded."));
        }
        return Decision.accept(
                new FindingRecommended(
                        command.personId(),
                        context.newId("recommendation"),
                        command.finding(),
                        command.grounds(),
                        command.evidence(),
                        context.actor().id()));
    }

    public static Decision<ScreeningEvent> conclude(
            ConcludeScreening command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<KnownPerson> person = known.person(command.operation(), command.personId());
        if (person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        Optional<Recommendation> open =
                own.screening(command.operation(), command.personId()).open();
        List<Violation> broken =
                new ArrayList<>(
                        Policy.violations(Policies.VERDICT, new Verdict(open, context.actor())));
        if (command.approve()) {
            open.map(recommended ->
                            Case.of(
                                    recommended.finding(),
                                    recommended.grounds(),
                                    person.get(),
                                    context.today()))
                    .ifPresent(one -> broken.addAll(Policy.violations(Policies.FINDING, one)));
        }
        if (open.isEmpty() || !broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return Decision.accept(event(command, open.get(), context));
    }

    private static ScreeningEvent event(
            ConcludeScreening command, Recommendation recommended, Context context) {
        String officer = context.actor().id();
        return command.approve()
                ? new ScreeningConcluded(
                        command.personId(),
                        recommended.id(),
                        recommended.finding(),
                        recommended.grounds().stream().map(Ground::code).distinct().toList(),
                        recommended.evidence(),
                        recommended.by(),
                        officer,
                        command.reason())
                : new RecommendationReturned(
                        command.personId(), recommended.id(), officer, command.reason());
    }
}
