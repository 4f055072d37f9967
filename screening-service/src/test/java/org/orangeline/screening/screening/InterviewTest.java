package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.question;
import static org.orangeline.screening.Given.withNeeds;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.Given;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S4, and questionnaires as data: a person is cleared, questioned, and the answers kept. */
class InterviewTest {

    private static final OpenScreening OPEN =
            new OpenScreening(OP, PERSON, null, "ar", "int-4", null);
    private static final RecordAnswers ANSWER = answer("has-papers", "NO");
    private static final ClearMedically CLEAR =
            new ClearMedically(OP, PERSON, "dr-17", Confidential.of("half an hour"), null);
    private static final RecommendFinding RECOMMEND =
            new RecommendFinding(
                    OP,
                    PERSON,
                    Finding.CIVILIAN,
                    List.of(ground(GroundCode.NO_INDICATION)),
                    List.of());
    private static final ScreeningOpened OPENED =
            new ScreeningOpened(PERSON, OTHER, "individual-screening", 1, "ar", "int-4", null);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> urgent =
            asking().given(
                            withNeeds(
                                    arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                    Needs.MEDICAL_URGENT));

    @Test
    void a_screening_is_opened_with_the_latest_version() {
        man.when(OPEN, SCREENER)
                .then(
                        new ScreeningOpened(
                                PERSON,
                                man.newId("screening"),
                                "individual-screening",
                                1,
                                "ar",
                                "int-4",
                                null));
        var second =
                man.given(
                        new QuestionnairePublished(
                                "individual-screening",
                                2,
                                Stream.of("a", "b", "c", "d", "e", "f")
                                        .map(Given::required)
                                        .toList()));
        second.when(OPEN, SCREENER)
                .then(
                        new ScreeningOpened(
                                PERSON,
                                second.newId("screening"),
                                "individual-screening",
                                2,
                                "ar",
                                "int-4",
                                null));
        man.when(new OpenScreening(OP, PERSON, "unheard-of", "ar", null, null), SCREENER)
                .thenNotFound();
    }

    @Test
    void answers_are_kept_with_the_version_that_was_asked() {
        var answered =
                man.given(OPENED)
                        .given(
                                new QuestionnairePublished(
                                        "individual-screening", 2, List.of(question("q-1"))))
                        .when(ANSWER, SCREENER)
                        .then(
                                new AnswersRecorded(
                                        PERSON,
                                        OTHER,
                                        "individual-screening",
                                        1,
                                        ANSWER.answers(),
                                        List.of("has-papers"),
                                        null,
                                        null));
        assertThat(answered.own().screening(OP, PERSON).opening()).isNotNull();
        assertThat(answered.own().toString()).doesNotContain("NO]");
    }

    @Test
    void there_are_no_answers_without_an_open_screening() {
        man.when(ANSWER, SCREENER).thenConflict();
        man.given(OPENED).when(OPEN, SCREENER).thenConflict();
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-question, YES",
        "has-papers, perhaps",
        "occupation, ASTRONAUT",
        "left-on, 2019-02-30",
        "family-with-you, four",
        "family-with-you, 1e9",
        "how-you-came, ' '",
    })
    void answers_that_do_not_fit_the_version_are_refused(String question, String value) {
        man.given(OPENED).when(answer(question, value), SCREENER).thenConflict();
    }

    @ParameterizedTest
    @CsvSource({
        "how-you-came, on foot",
        "has-papers, YES",
        "occupation, FARMING",
        "left-on, 2019-02-28",
        "family-with-you, 4",
    })
    void answers_that_fit_are_kept(String question, String value) {
        man.given(OPENED).when(answer(question, value), SCREENER).thenAccepted();
    }

    @Test
    void S4_nobody_is_questioned_before_a_medical_clearance() {
        urgent.when(OPEN, SCREENER).thenRefused("S4");
        urgent.given(OPENED).when(ANSWER, SCREENER).thenRefused("S4");
        assertThat(urgent.when(RECOMMEND, SCREENER).thenRefused("S4").refusal().detail())
                .contains("medical clearance");
        var cleared = urgent.given(urgent.when(CLEAR, SCREENER).events());
        cleared.when(OPEN, SCREENER).thenAccepted();
        cleared.given(OPENED).when(ANSWER, SCREENER).thenAccepted();
        assertThat(cleared.when(RECOMMEND, SCREENER).thenRefused("S1").refusal().detail())
                .contains("has-papers");
    }

    @Test
    void S4_is_named_beside_the_rules_of_the_finding() {
        urgent.when(
                        new RecommendFinding(
                                OP,
                                PERSON,
                                Finding.FIGHTER,
                                List.of(ground(GroundCode.LINE)),
                                List.of()),
                        SCREENER)
                .thenRefused("S4", "S2");
    }

    @Test
    void S4_a_need_that_is_added_after_the_clearance_needs_another() {
        var cleared = urgent.given(new MedicallyCleared(PERSON, "dr-17", null, null));
        cleared.given(needsCorrected(PERSON, Needs.MEDICAL_URGENT, Needs.WOUNDED))
                .when(OPEN, SCREENER)
                .thenAccepted();
        var again =
                cleared.given(
                        needsCorrected(PERSON, Needs.WOUNDED),
                        needsCorrected(PERSON, Needs.MEDICAL_URGENT));
        again.when(OPEN, SCREENER).thenRefused("S4");
        again.given(again.when(CLEAR, SCREENER).events()).when(OPEN, SCREENER).thenAccepted();
    }

    @Test
    void S4_nobody_is_cleared_who_needs_no_clearance() {
        man.when(CLEAR, SCREENER).thenConflict();
        urgent.given(new MedicallyCleared(PERSON, "dr-17", null, null))
                .when(CLEAR, SCREENER)
                .thenConflict();
    }

    @Test
    void S6_a_machine_questions_nobody() {
        urgent.when(CLEAR, MACHINE).thenRefused("S6");
        man.when(OPEN, MACHINE).thenRefused("S6");
        man.given(OPENED).when(ANSWER, MACHINE).thenRefused("S6");
    }

    @Test
    void the_dead_those_who_left_and_merged_registrations_are_not_questioned() {
        for (ScreeningCommand command : List.of(OPEN, ANSWER, RECOMMEND)) {
            man.given(OPENED).given(died(PERSON)).when(command, SCREENER).thenConflict();
            man.given(OPENED).given(left(PERSON)).when(command, SCREENER).thenConflict();
            var merged =
                    man.given(arrived(OTHER, Sex.MALE, 30, 40, "SYR")).given(merged(OTHER, PERSON));
            assertThat(merged.when(command, SCREENER).thenConflict().refusal().detail())
                    .contains(OTHER.toString());
        }
    }

    private static RecordAnswers answer(String question, String value) {
        return new RecordAnswers(
                OP,
                PERSON,
                Confidential.of(new Answers(List.of(new Answer(question, value)))),
                List.of(),
                null);
    }
}
