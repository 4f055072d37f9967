package org.orangeline.screening.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.Register;
import org.orangeline.screening.ScreeningCommand.PublishQuestionnaire;
import org.orangeline.screening.ScreeningCommand.RequestQuestionnaire;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/**
 * Publishes versions: each once, one after the other, so that answers keep their meaning. One human
 * asks for a version and another one approves it, since what a screening asks decides over
 * everybody (S1); no program can tell whether questions mean anything.
 */
public final class QuestionnaireDecider {

    private QuestionnaireDecider() {}

    public static Decision<ScreeningEvent> request(
            RequestQuestionnaire command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        if (known.operation(command.operation()) == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        Optional<String> wrong = wrong(command.questions());
        if (wrong.isPresent()) {
            return Decision.refuse(Refusal.conflict(wrong.get()));
        }
        Register register = own.operation(command.operation());
        Questionnaire asked =
                new Questionnaire(
                        command.questionnaire(), command.version(), command.questions(), null);
        QuestionnaireRequest waits = register.questionnaireRequests().get(command.questionnaire());
        if (waits != null && waits.asked().equals(asked)) {
            return Decision.refuse(
                    Refusal.conflict("This version waits for a second human already."));
        }
        if (waitingOf(context.actor(), command.questionnaire(), register)
                >= Questionnaires.MOST_WAITING) {
            return Decision.refuse(
                    Refusal.conflict(
                            "At most "
                                    + Questionnaires.MOST_WAITING
                                    + " questionnaires of one human wait for a second one."));
        }
        if (isFull(register, command.questionnaire())) {
            return Decision.refuse(tooMany());
        }
        return publishable(asked, register)
                .<Decision<ScreeningEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new QuestionnaireRequested(
                                        context.newId("questionnaire request"),
                                        command.questionnaire(),
                                        command.version(),
                                        command.questions())));
    }

    public static Decision<ScreeningEvent> publish(
            PublishQuestionnaire command, ScreeningState own, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        Register register = own.operation(command.operation());
        QuestionnaireRequest request =
                register.questionnaireRequests().get(command.questionnaire());
        if (request == null || !request.requestId().equals(command.requestId())) {
            return Decision.refuse(Refusal.notFound("No such version waits for a second human."));
        }
        if (context.actor().mayBe(request.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule("S1", "A second human has to approve what a screening asks."));
        }
        Questionnaire asked = request.asked();
        return publishable(asked, register)
                .<Decision<ScreeningEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new QuestionnairePublished(
                                        asked.id(), asked.version(), asked.questions())));
    }

    private static Optional<Refusal> publishable(Questionnaire asked, Register register) {
        int next =
                Questionnaires.latest(register, asked.id()).map(Questionnaire::version).orElse(0)
                        + 1;
        if (asked.version() != next) {
            return Optional.of(
                    Refusal.conflict(
                            "Versions are published one after the other; the next one is "
                                    + next
                                    + "."));
        }
        if (next > Questionnaires.MOST_VERSIONS) {
            return Optional.of(tooMany());
        }
        List<Violation> unasked =
                Policy.violations(
                        Policies.PUBLISHED,
                        new Publication(
                                Questionnaires.bounds(register, asked.id()), asked.questions()));
        return unasked.isEmpty() ? Optional.empty() : Optional.of(Refusal.rules(unasked));
    }

    private static long waitingOf(Actor human, String questionnaire, Register register) {
        return register.questionnaireRequests().values().stream()
                .filter(request -> !request.asked().id().equals(questionnaire))
                .filter(request -> human.mayBe(request.requestedBy()))
                .count();
    }

    // What waits counts, so that requests are bounded as well.
    private static boolean isFull(Register register, String questionnaire) {
        Set<String> ids = new HashSet<>(register.questionnaires().keySet());
        ids.addAll(register.questionnaireRequests().keySet());
        return !ids.contains(questionnaire) && ids.size() >= Questionnaires.MOST;
    }

    private static Refusal tooMany() {
        return Refusal.conflict(
                "An operation has at most "
                        + Questionnaires.MOST
                        + " questionnaires, and each at most "
                        + Questionnaires.MOST_VERSIONS
                        + " versions.");
    }

    /** What makes a list of questions one that nobody could answer; never quotes a question. */
    public static Optional<String> wrong(List<Question> questions) {
        Set<String> ids = new HashSet<>();
        for (Question question : questions) {
            if (!ids.add(question.id())) {
                return Optional.of("A question stands twice.");
            }
            if ((question.kind() == QuestionKind.CHOICE) == question.choices().isEmpty()) {
                return Optional.of("Choices belong to questions of the kind CHOICE, and to all.");
            }
            if (question.choices().stream().distinct().count() != question.choices().size()) {
                return Optional.of("A choice stands twice.");
            }
        }
        Optional<String> wording = Wordings.wrong(questions);
        if (wording.isPresent()) {
            return wording;
        }
        return questions.isEmpty() ? Optional.of("There is no question.") : Optional.empty();
    }
}
