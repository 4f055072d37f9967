package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.question;
import static org.orangeline.screening.Given.required;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.model.Wording;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.Given;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.PublishQuestionnaire;
import org.orangeline.screening.ScreeningCommand.RequestQuestionnaire;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.questionnaire.Questionnaire;

/** S1: what is asked is data in versions, and none of them empties the screening. */
class QuestionnaireTest {

    private static final List<Question> SIX =
            Stream.of("a", "b", "c", "d", "e", "f").map(Given::required).toList();

    private static final UUID REQUEST = new UUID(0, 71);
    private static final UUID OTHER = new UUID(0, 72);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));

    @Test
    void versions_are_published_one_after_the_other() {
        asking().when(publish("individual-screening", 1), SCREENER).thenConflict();
        asking().when(publish("individual-screening", 3), SCREENER).thenConflict();
        asking().when(publish("front-gate", 2), SCREENER).thenConflict();
        asking().when(publish("front-gate", 1), SCREENER).thenAccepted();
        asking().given(new QuestionnairePublished("front-gate", 1, SIX))
                .when(publish("front-gate", 2), SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_a_new_version_drops_no_required_question_without_another_in_its_place() {
        var seven =
                asking().given(new QuestionnairePublished("front-gate", 1, six(required("q-1"))));
        for (List<Question> fewer : List.of(SIX, six(question("q-1")), six(ticked("q-1")))) {
            assertThat(
                            seven.when(
                                            new RequestQuestionnaire(OP, "front-gate", 2, fewer),
                                            SCREENER)
                                    .thenRefused("S1")
                                    .refusal()
                                    .detail())
                    .contains("Version 1 of front-gate requires 7 questions");
        }
        seven.when(
                        new RequestQuestionnaire(
                                OP, "front-gate", 2, six(required("q-3"), question("q-2"))),
                        SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_another_id_requires_no_less_than_what_the_operation_asks_otherwise() {
        for (String id : List.of("front-gate", "individual-screening")) {
            assertThat(
                            asking().when(
                                            new RequestQuestionnaire(
                                                    OP,
                                                    id,
                                                    id.equals("front-gate") ? 1 : 2,
                                                    List.of(required("q-1"))),
                                            SCREENER)
                                    .thenRefused("S1")
                                    .refusal()
                                    .detail())
                    .contains("Version 1 of individual-screening requires 6 questions, 1 of them");
        }
        var more =
                asking().given(
                                new QuestionnairePublished(
                                        "individual-screening", 2, six(required("q-1"))));
        more.when(publish("front-gate", 1), SCREENER).thenRefused("S1");
        // A log of before: the operation's own questions were emptied.
        open().when(new RequestQuestionnaire(OP, "front-gate", 1, List.of(required("q"))), SCREENER)
                .thenRefused("S1");
    }

    @Test
    void S1_nobody_is_asked_less_by_a_questionnaire_of_before() {
        var old = man.given(new QuestionnairePublished("front-gate", 1, List.of(required("q-1"))));
        var opening = new OpenScreening(OP, PERSON, "front-gate", "ar", null, null);
        old.when(opening, SCREENER).thenRefused("S1");
        old.when(new OpenScreening(OP, PERSON, null, "ar", null, null), SCREENER).thenAccepted();
        old.given(new QuestionnairePublished("front-gate", 2, SIX))
                .when(opening, SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_nobody_is_asked_less_than_what_is_packed_by_a_default_that_was_emptied() {
        // A log of before: the operation's own questions were emptied.
        var emptied = open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
        emptied.when(opening(null, null), SCREENER).thenRefused("S1");
        emptied.given(new QuestionnairePublished("individual-screening", 3, SIX))
                .when(opening(null, null), SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_an_interview_is_judged_by_what_was_published_at_its_moment() {
        Instant published = Scenario.NOON.plus(Duration.ofHours(2));
        var one = man.given(new QuestionnairePublished("front-gate", 1, SIX));
        var later =
                one.at(published)
                        .given(
                                new QuestionnairePublished(
                                        "individual-screening", 2, six(required("q-1"))))
                        .at(published.plus(Duration.ofHours(2)));
        later.when(opening("front-gate", published.minusSeconds(1)), SCREENER)
                .then(asked("front-gate", 1, published.minusSeconds(1), later));
        later.when(opening("front-gate", published), SCREENER).thenRefused("S1");
        later.when(opening("front-gate", null), SCREENER).thenRefused("S1");
        later.when(opening(null, published.minusSeconds(1)), SCREENER)
                .then(asked("individual-screening", 1, published.minusSeconds(1), later));
        later.when(opening(null, published), SCREENER)
                .then(asked("individual-screening", 2, published, later));
    }

    private static OpenScreening opening(@Nullable String questionnaire, @Nullable Instant at) {
        return new OpenScreening(OP, PERSON, questionnaire, "ar", null, at);
    }

    private static ScreeningOpened asked(
            String questionnaire,
            int version,
            Instant at,
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> in) {
        return new ScreeningOpened(
                PERSON, in.newId("screening"), questionnaire, version, "ar", null, at);
    }

    @Test
    void an_operation_has_a_bounded_number_of_questionnaires() {
        var full =
                asking().given(
                                IntStream.range(0, 100)
                                        .mapToObj(i -> new QuestionnairePublished("q" + i, 1, SIX))
                                        .toArray(QuestionnairePublished[]::new));
        full.when(publish("front-gate", 1), SCREENER).thenConflict();
        full.when(publish("q7", 2), SCREENER).thenAccepted();
    }

    @Test
    void S1_no_version_is_published_under_which_nobody_is_asked_anything() {
        var optional =
                new RequestQuestionnaire(
                        OP, "individual-screening", 2, List.of(question("anything-else")));
        assertThat(asking().when(optional, SCREENER).thenRefused("S1").refusal().detail())
                .contains("own account");
        var ticked =
                new RequestQuestionnaire(
                        OP,
                        "front-gate",
                        1,
                        List.of(question("anything-else"), ticked("has-papers")));
        asking().when(ticked, SCREENER).thenRefused("S1");
        asking().when(publish("front-gate", 1), SCREENER).thenAccepted();
    }

    @Test
    void S1_two_humans_say_what_a_screening_asks() {
        var waits = requested(1, publish("front-gate", 1).questions());
        waits.when(new PublishQuestionnaire(OP, "front-gate", REQUEST), SCREENER).thenRefused("S1");
        waits.when(new PublishQuestionnaire(OP, "front-gate", REQUEST), APPROVER)
                .then(new QuestionnairePublished("front-gate", 1, SIX));
        waits.when(new PublishQuestionnaire(OP, "front-gate", PERSON), APPROVER).thenNotFound();
        waits.when(publish("front-gate", 1), APPROVER).thenConflict();
        // What one human only asked for is asked of nobody.
        waits.given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"))
                .when(new OpenScreening(OP, PERSON, "front-gate", "ar", null, null), SCREENER)
                .thenNotFound();
    }

    @Test
    void S1_what_is_approved_is_what_was_asked_for_and_asks_no_less_by_then() {
        var other = new QuestionnaireRequested(OTHER, "front-gate", 1, six(required("q-1")));
        var replaced = requested(1, SIX).given(other);
        replaced.when(new PublishQuestionnaire(OP, "front-gate", REQUEST), APPROVER).thenNotFound();
        replaced.when(new PublishQuestionnaire(OP, "front-gate", OTHER), APPROVER)
                .then(new QuestionnairePublished("front-gate", 1, six(required("q-1"))));
        requested(1, SIX)
                .given(new QuestionnairePublished("individual-screening", 2, six(required("q-1"))))
                .when(new PublishQuestionnaire(OP, "front-gate", REQUEST), APPROVER)
                .thenRefused("S1");
        requested(1, SIX)
                .given(new QuestionnairePublished("front-gate", 1, SIX))
                .when(new PublishQuestionnaire(OP, "front-gate", REQUEST), APPROVER)
                .thenNotFound();
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> requested(
            int version, List<Question> questions) {
        return asking().by(SCREENER)
                .given(new QuestionnaireRequested(REQUEST, "front-gate", version, questions));
    }

    @Test
    void S6_no_machine_says_what_people_are_asked() {
        requested(1, SIX)
                .when(new PublishQuestionnaire(OP, "front-gate", REQUEST), MACHINE)
                .thenRefused("S6");
        asking().when(publish("front-gate", 1), MACHINE).thenRefused("S6");
    }

    @Test
    void questions_that_nobody_could_answer_are_not_published() {
        asking().when(
                        new RequestQuestionnaire(
                                OP, "front-gate", 1, List.of(question("q"), question("q"))),
                        SCREENER)
                .thenConflict();
        asking().when(new RequestQuestionnaire(OP, "front-gate", 1, List.of()), SCREENER)
                .thenConflict();
        for (String nothing : List.of("", " ", "\u00a0\u2003", "\u200b", "?!")) {
            asking().when(
                            new RequestQuestionnaire(
                                    OP, "front-gate", 1, six(worded("q", "en", nothing))),
                            SCREENER)
                    .thenConflict();
        }
        asking().when(
                        new RequestQuestionnaire(
                                OP,
                                "front-gate",
                                1,
                                six(worded("q", "en", "Say it?"), worded("r", "en", "say  it"))),
                        SCREENER)
                .thenConflict();
    }

    @Test
    void S1_a_question_has_words_in_any_script() {
        for (String none : List.of("a", "aa", "aa aa", "a b", "you?", "\u3164\u3164 \u3164", "你")) {
            published(worded("q", "en", none)).thenConflict();
        }
        for (String asked :
                List.of("Et toi ?", "من أنت؟", "你叫什么？", "คุณชื่ออะไร", "អ្នកឈ្មោះអ្វី")) {
            published(worded("q", "en", asked)).thenAccepted();
        }
    }

    @Test
    void S1_no_two_questions_have_one_text_in_any_language() {
        published(worded("q", "en", "Who are you?"), worded("r", "de", "ＷＨＯ are\u00adyou"))
                .thenConflict();
        published(worded("q", "en", "Who are you?"), worded("r", "en-US", "Who are you?"))
                .thenConflict();
        published(
                        new Question(
                                "q",
                                List.of(
                                        new Wording("en", "Who are you?"),
                                        new Wording("en-US", "Who are you?")),
                                QuestionKind.TEXT,
                                List.of(),
                                true))
                .thenAccepted();
    }

    @Test
    void S1_a_language_has_one_tag() {
        for (String same : List.of("EN", "en", "eng")) {
            published(
                            new Question(
                                    "q",
                                    List.of(
                                            new Wording("en", "Who are you?"),
                                            new Wording(same, "Who is it?")),
                                    QuestionKind.TEXT,
                                    List.of(),
                                    true))
                    .thenConflict();
        }
        published(worded("q", "toolonglanguage", "Who are you?")).thenConflict();
        assertThat(Questionnaire.language("EN-us")).isEqualTo("en-US");
        assertThat(Questionnaire.language("zh-hant-tw")).isEqualTo("zh-Hant-TW");
        assertThat(Questionnaire.language("ara")).isEqualTo("ar");
    }

    private static Decided<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> published(
            Question... more) {
        return asking().when(new RequestQuestionnaire(OP, "front-gate", 1, six(more)), SCREENER);
    }

    private static Question worded(String id, String language, String text) {
        return new Question(
                id, List.of(new Wording(language, text)), QuestionKind.TEXT, List.of(), true);
    }

    private static List<Question> six(Question... more) {
        return Stream.concat(SIX.stream(), Stream.of(more)).toList();
    }

    private static Question ticked(String id) {
        return new Question(
                id,
                List.of(new Wording("en", "Do you have papers?")),
                QuestionKind.YES_NO,
                List.of(),
                true);
    }

    private static RequestQuestionnaire publish(String id, int version) {
        return new RequestQuestionnaire(OP, id, version, SIX);
    }
}
