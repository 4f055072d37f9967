package org.orangeline.screening.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.Register;
import org.orangeline.screening.ScreeningCommand.PublishQuestionnaire;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** Publishes versions: each once, one after the other, so that answers keep their meaning. */
public final class QuestionnaireDecider {

    private QuestionnaireDecider() {}

    public static Decision<ScreeningEvent> publish(
            PublishQuestionnaire command, ScreeningState own, Knowledge known, Context context) {
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
        Optional<Questionnaire> before = Questionnaires.latest(register, command.questionnaire());
        int next = before.map(Questionnaire::version).orElse(0) + 1;
        if (command.version() != next) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Versions are published one after the other; the next one is "
                                    + next
                                    + "."));
        }
        if (next > Questionnaires.MOST_VERSIONS
                || (before.isEmpty() && register.questionnaires().size() >= Questionnaires.MOST)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An operation has at most "
                                    + Questionnaires.MOST
                                    + " questionnaires, and each at most "
                                    + Questionnaires.MOST_VERSIONS
                                    + " versions."));
        }
        List<Violation> unasked =
                Policy.violations(
                        Policies.PUBLISHED,
                        new Publication(
                                Questionnaires.bounds(register, command.questionnaire()),
                                command.questions()));
        if (!unasked.isEmpty()) {
            return Decision.refuse(Refusal.rules(unasked));
        }
        return Decision.accept(
                new QuestionnairePublished(
                        command.questionnaire(), command.version(), command.questions()));
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
