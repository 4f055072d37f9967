package org.orangeline.screening.questionnaire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orangeline.events.SaidText;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.model.Question;

/** Whether answers fit the questions of the version that was asked. */
public final class AnswersFit {

    /** Characters of one answer. */
    public static final int LONGEST = 4_000;

    // A number is written out: an exponent could stand for a billion digits.
    private static final int LONGEST_NUMBER = 40;
    private static final String UNASKED = "must be a question of the version that is asked";
    private static final Set<String> YES_NO = Set.of("YES", "NO");

    private AnswersFit() {}

    /** The first answer that does not fit; what it says never quotes the answer. */
    public static Optional<Misfit> misfit(
            List<Answer> answers, List<NotAnswered> notAnswered, Questionnaire asked) {
        for (int i = 0; i < notAnswered.size(); i++) {
            if (asked.question(notAnswered.get(i).question()).isEmpty()) {
                return Optional.of(new Misfit("notAnswered[" + i + "].question", UNASKED));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            Optional<Question> question = asked.question(answer.question());
            if (question.isEmpty()) {
                return misfit(i, "question", UNASKED);
            }
            String objection = objection(question.get(), answer.value());
            if (!objection.isEmpty()) {
                return misfit(i, "value", objection);
            }
        }
        return Optional.empty();
    }

    private static Optional<Misfit> misfit(int index, String field, String message) {
        return Optional.of(new Misfit("answers[" + index + "]." + field, message));
    }

    private static String objection(Question question, String value) {
        Optional<String> unsaid = SaidText.objection(value, 1, LONGEST, SaidText.Lines.MANY);
        if (unsaid.isPresent()) {
            return unsaid.get();
        }
        return switch (question.kind()) {
            case TEXT -> "";
            case CHOICE ->
                    question.choices().contains(value)
                            ? ""
                            : "must be one of the question's choices";
            case YES_NO -> YES_NO.contains(value) ? "" : "must be YES or NO";
            case DATE -> isDate(value) ? "" : "must be a date, year-month-day";
            case NUMBER -> isNumber(value) ? "" : "must be a number";
        };
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        if (value.length() > LONGEST_NUMBER || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
            return false;
        }
        try {
            return new BigDecimal(value).scale() < LONGEST_NUMBER;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * @param pointer the field of the request
     */
    public record Misfit(String pointer, String message) {}
}
