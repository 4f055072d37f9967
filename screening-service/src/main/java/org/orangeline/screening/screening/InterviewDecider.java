package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Clear;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Question;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.AboutPerson;
import org.orangeline.screening.People;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.Register;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.questionnaire.AnswersFit;
import org.orangeline.screening.questionnaire.Questionnaire;
import org.orangeline.screening.questionnaire.Questionnaires;

/** A person is questioned: the screening is opened, and answers are kept with the version. */
public final class InterviewDecider {

    private InterviewDecider() {}

    public static Decision<ScreeningEvent> open(
            OpenScreening command, ScreeningState own, Knowledge known, Context context) {
        Optional<Refusal> refusal =
                mayNotQuestion(command, "the beginning", command.at(), own, known, context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Screening screening = own.screening(command.operation(), command.personId());
        if (screening.opening() != null || screening.open().isPresent()) {
            return Decision.refuse(Refusal.conflict("The screening of this person is open."));
        }
        if (screening.isSettled()) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The screening of this person is concluded; it can be reopened."));
        }
        Register register = own.operation(command.operation());
        String id =
                command.questionnaire() == null ? Questionnaires.DEFAULT : command.questionnaire();
        // An interview that is uploaded later asked what was published when it was held.
        Instant when = Told.or(command.at(), context.now());
        Optional<Questionnaire> latest = Questionnaires.latest(register, id, when);
        if (latest.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such questionnaire."));
        }
        Questionnaire asked = latest.get();
        List<Violation> tooLittle =
                Policy.violations(Policies.PUBLISHED, Questionnaires.asked(register, asked, when));
        if (!tooLittle.isEmpty()) {
            return Decision.refuse(Refusal.rules(tooLittle));
        }
        return Decision.accept(
                new ScreeningOpened(
                        command.personId(),
                        context.newId("screening"),
                        asked.id(),
                        asked.version(),
                        command.language(),
                        command.interpreter(),
                        command.at()));
    }

    public static Decision<ScreeningEvent> answer(
            RecordAnswers command, ScreeningState own, Knowledge known, Context context) {
        Optional<Refusal> refusal =
                mayNotQuestion(command, "the interview", command.at(), own, known, context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Opening opening = own.screening(command.operation(), command.personId()).opening();
        if (opening == null) {
            return Decision.refuse(
                    Refusal.conflict("The screening of this person is not open: open it first."));
        }
        Optional<Refusal> never =
                ToldTime.at(
                        "the interview",
                        command.at(),
                        opening.at(),
                        "its beginning",
                        context.now());
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        Optional<Questionnaire> asked = asked(command.operation(), opening, own);
        if (asked.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such questionnaire."));
        }
        if (!(command.answers() instanceof Clear<Answers>(Answers answers))
                || (answers.answers().isEmpty() && command.notAnswered().isEmpty())
                || AnswersFit.misfit(answers.answers(), command.notAnswered(), asked.get())
                        .isPresent()) {
            return Decision.refuse(
                    Refusal.conflict("The answers do not fit the version that is asked."));
        }
        return Decision.accept(
                new AnswersRecorded(
                        command.personId(),
                        opening.screeningId(),
                        opening.questionnaire(),
                        opening.version(),
                        command.answers(),
                        answers.answers().stream().map(Answer::question).distinct().toList(),
                        command.notAnswered().isEmpty() ? null : command.notAnswered(),
                        command.at()));
    }

    /** The version of the questionnaire that an opened screening asks. */
    public static Optional<Questionnaire> asked(
            String operation, Opening opening, ScreeningState own) {
        return Questionnaires.find(
                own.operation(operation), opening.questionnaire(), opening.version());
    }

    /**
     * Required questions of the version that is asked without an answer, and without a reason why
     * there is none.
     *
     * @param opening null for a screening that nobody opened: then the person was asked nothing,
     *     and what {@link Questionnaires#unopened} requires is missing
     */
    public static List<String> missing(
            String operation, @Nullable Opening opening, ScreeningState own) {
        Optional<Questionnaire> asked =
                opening == null
                        ? Optional.of(Questionnaires.unopened(own.operation(operation)))
                        : asked(operation, opening, own);
        return asked.stream()
                .flatMap(questionnaire -> questionnaire.questions().stream())
                .filter(Question::required)
                .map(Question::id)
                .filter(question -> opening == null || !opening.settled().contains(question))
                .toList();
    }

    /** S6, then whether there is somebody to question, and was then, then S4. */
    private static Optional<Refusal> mayNotQuestion(
            AboutPerson command,
            String what,
            @Nullable Instant at,
            ScreeningState own,
            Knowledge known,
            Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Optional.of(Refusal.rules(notHuman));
        }
        Optional<Refusal> absent =
                People.present(command.operation(), command.personId(), known)
                        .or(() -> Told.implausible(what, at, command, known, context));
        if (absent.isPresent()) {
            return absent;
        }
        List<Violation> uncleared = uncleared(command, own, known, Told.or(at, context.now()));
        return uncleared.isEmpty() ? Optional.empty() : Optional.of(Refusal.rules(uncleared));
    }

    /**
     * S4 at the approval: who was questioned with a clearance of another person's record, as the
     * reversal of a merge showed, was questioned without one.
     */
    static List<Violation> wasUncleared(
            ConcludeScreening command,
            Recommendation recommended,
            ScreeningState own,
            Knowledge known) {
        return interview(command, own, known, recommended.at()).neededClearance()
                ? List.of(
                        new Violation(
                                MedicalNeedIsCleared.RULE,
                                "This person urgently needed care when the finding was recommended,"
                                        + " and no clearance of this person covered it: send the"
                                        + " recommendation back."))
                : List.of();
    }

    /** S4 alone, as it was then. */
    static List<Violation> uncleared(
            AboutPerson command, ScreeningState own, Knowledge known, Instant now) {
        return Policy.violations(Policies.QUESTIONING, interview(command, own, known, now));
    }

    private static Interview interview(
            AboutPerson command, ScreeningState own, Knowledge known, Instant when) {
        return Interview.of(
                command.operation(),
                known.person(command.operation(), command.personId()).orElseThrow(),
                own,
                known.require(command.operation()),
                when);
    }
}
