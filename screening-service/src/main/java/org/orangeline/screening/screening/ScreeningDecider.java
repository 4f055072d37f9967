package org.orangeline.screening.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.orangeline.events.model.Ground;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.People;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.ReopenScreening;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * One officer recommends a finding, a second one approves it or sends it back; what is concluded
 * can be called into question again.
 */
public final class ScreeningDecider {

    private ScreeningDecider() {}

    public static Decision<ScreeningEvent> recommend(
            RecommendFinding command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<Refusal> absent =
                People.present(command.operation(), command.personId(), known)
                        .or(() ->
                                Told.implausible(
                                        "the recommendation",
                                        command.at(),
                                        command,
                                        known,
                                        context));
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        KnownPerson person = known.person(command.operation(), command.personId()).orElseThrow();
        Instant then = Told.or(command.at(), context.now());
        List<Violation> broken =
                new ArrayList<>(InterviewDecider.uncleared(command, own, known, then));
        broken.addAll(
                Policy.violations(
                        Policies.FINDING,
                        Case.of(command.finding(), command.grounds(), person, day(then))));
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
        Opening opening = screening.opening();
        Optional<Refusal> never =
                opening == null
                        ? Optional.empty()
                        : ToldTime.at(
                                "the recommendation",
                                command.at(),
                                opening.at(),
                                "the beginning of the screening",
                                context.now());
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        List<Violation> unasked =
                Policy.violations(
                        Policies.QUESTIONED,
                        new Questioned(
                                InterviewDecider.missing(command.operation(), opening, own)));
        if (!unasked.isEmpty()) {
            return Decision.refuse(Refusal.rules(unasked));
        }
        return Decision.accept(
                new FindingRecommended(
                        command.personId(),
                        context.newId("recommendation"),
                        command.finding(),
                        command.grounds(),
                        command.evidence(),
                        context.actor().id(),
                        command.capturedBy(),
                        command.at()));
    }

    public static Decision<ScreeningEvent> conclude(
            ConcludeScreening command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<Refusal> absent = People.alive(command.operation(), command.personId(), known);
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        KnownPerson person = known.person(command.operation(), command.personId()).orElseThrow();
        Optional<Recommendation> open =
                own.screening(command.operation(), command.personId()).open();
        Optional<Refusal> never =
                open.flatMap(recommended ->
                        ToldTime.at(
                                "the decision",
                                command.at(),
                                recommended.at(),
                                "the recommendation",
                                context.now()));
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        List<Violation> broken =
                new ArrayList<>(
                        Policy.violations(
                                Policies.VERDICT,
                                new Verdict(open, others(command, own, known), context.actor())));
        if (command.approve()) {
            open.ifPresent(
                    one -> broken.addAll(InterviewDecider.wasUncleared(command, one, own, known)));
            // By the day of the recommendation: nobody grows up while it waits.
            open.map(recommended ->
                            Case.of(
                                    recommended.finding(),
                                    recommended.grounds(),
                                    person,
                                    day(recommended.at())))
                    .ifPresent(one -> broken.addAll(Policy.violations(Policies.FINDING, one)));
        }
        if (open.isEmpty() || !broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return Decision.accept(event(command, open.get(), context));
    }

    // Two records of one person that were merged may each have a recommendation.
    private static List<Recommendation> others(
            ConcludeScreening command, ScreeningState own, Knowledge known) {
        KnownOperation operation = Objects.requireNonNull(known.operation(command.operation()));
        return operation.person(command.personId()).stream()
                .flatMap(operation::registrations)
                .filter(one -> !one.equals(command.personId()))
                .flatMap(one -> own.screening(command.operation(), one).open().stream())
                .toList();
    }

    public static Decision<ScreeningEvent> reopen(
            ReopenScreening command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Optional<Refusal> absent =
                People.anyRegistration(command.operation(), command.personId(), known);
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        Screening screening = own.screening(command.operation(), command.personId());
        Conclusion conclusion = screening.conclusion();
        if (conclusion == null || !screening.isSettled()) {
            return Decision.refuse(
                    Refusal.conflict("The screening of this person is open, or has not begun."));
        }
        return Decision.accept(
                new ScreeningReopened(
                        command.personId(), conclusion.recommendationId(), command.reason()));
    }

    // A person is as old as when it was said; a later upload makes nobody grow up.
    private static LocalDate day(Instant then) {
        return then.atOffset(ZoneOffset.UTC).toLocalDate();
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
                        command.reason(),
                        command.at())
                : new RecommendationReturned(
                        command.personId(),
                        recommended.id(),
                        officer,
                        command.reason(),
                        command.at());
    }
}
