package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewed;
import static org.orangeline.screening.Given.open;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.model.NotAnswered.Reason;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S1: a screening of one's own asks the person, each question that its version demands. */
class RequiredQuestionsTest {

    private static final RecommendFinding RECOMMEND =
            new RecommendFinding(
                    OP,
                    PERSON,
                    Finding.CIVILIAN,
                    List.of(ground(GroundCode.NO_INDICATION)),
                    List.of());

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> opened =
            man.given(
                    new ScreeningOpened(
                            PERSON, OTHER, "individual-screening", 1, "ar", null, null));

    @Test
    void S1_what_is_required_and_unanswered_is_named() {
        var refused =
                opened.given(answered("how-you-came", "has-papers"))
                        .when(RECOMMEND, SCREENER)
                        .thenRefused("S1");
        assertThat(refused.refusal().violations().getFirst().detail())
                .contains("family-with-you, occupation, carried-arms, fears-return")
                .doesNotContain("has-papers", "left-on");
    }

    @Test
    void S1_answers_and_reasons_why_there_is_none_both_count() {
        opened.given(
                        answered("how-you-came", "has-papers", "family-with-you"),
                        without("occupation", "carried-arms", "fears-return"))
                .when(RECOMMEND, SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_who_was_asked_nothing_is_not_recommended() {
        man.when(RECOMMEND, SCREENER).thenRefused("S1");
    }

    @Test
    void S1_who_was_asked_nothing_is_not_recommended_where_an_old_log_emptied_the_questions() {
        var emptied = open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
        assertThat(
                        emptied.when(RECOMMEND, SCREENER)
                                .thenRefused("S1")
                                .refusal()
                                .violations()
                                .getFirst()
                                .detail())
                .contains("how-you-came, has-papers, family-with-you, occupation");
        // Whom the older version let an officer question goes on as it was opened.
        emptied.given(interviewed(PERSON)).when(RECOMMEND, SCREENER).thenAccepted();
    }

    @Test
    void S1_answers_of_an_earlier_screening_do_not_count_for_the_next_one() {
        opened.given(
                        without(
                                "how-you-came",
                                "has-papers",
                                "family-with-you",
                                "occupation",
                                "carried-arms",
                                "fears-return"),
                        new ScreeningOpened(
                                PERSON, PERSON, "individual-screening", 1, "ar", null, null))
                .when(RECOMMEND, SCREENER)
                .thenRefused("S1");
    }

    @Test
    void a_reason_alone_is_recorded_and_only_for_what_was_asked() {
        var notAnswered = List.of(new NotAnswered("occupation", Reason.UNABLE));
        opened.when(record(notAnswered), SCREENER)
                .then(
                        new AnswersRecorded(
                                PERSON,
                                OTHER,
                                "individual-screening",
                                1,
                                Confidential.of(new Answers(List.of())),
                                List.of(),
                                notAnswered,
                                null));
        opened.when(record(List.of(new NotAnswered("unheard-of", Reason.UNABLE))), SCREENER)
                .thenConflict();
        opened.when(record(List.of()), SCREENER).thenConflict();
    }

    private static RecordAnswers record(List<NotAnswered> notAnswered) {
        return new RecordAnswers(
                OP, PERSON, Confidential.of(new Answers(List.of())), notAnswered, null);
    }

    private static AnswersRecorded answered(String... questions) {
        return new AnswersRecorded(
                PERSON,
                OTHER,
                "individual-screening",
                1,
                Confidential.of(
                        new Answers(
                                Stream.of(questions)
                                        .map(id -> new Answer(id, "as told"))
                                        .toList())),
                List.of(questions),
                null,
                null);
    }

    private static AnswersRecorded without(String... questions) {
        return new AnswersRecorded(
                PERSON,
                OTHER,
                "individual-screening",
                1,
                Confidential.of(new Answers(List.of())),
                List.of(),
                Stream.of(questions).map(id -> new NotAnswered(id, Reason.DECLINED)).toList(),
                null);
    }
}
