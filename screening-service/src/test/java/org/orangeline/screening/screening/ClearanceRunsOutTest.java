package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.needsDisputed;
import static org.orangeline.screening.Given.needsSettled;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.ExpireClearance;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S4: a clearance covers the need that was known, for as long as the legal profile says. */
class ClearanceRunsOutTest {

    private static final Instant GIVEN = Scenario.NOON;
    private static final Instant OVER = GIVEN.plus(Duration.ofHours(24));
    private static final Actor CLINICIAN = Actor.human("clinician");
    private static final Actor SERVICE = Actor.machine("screening-service");
    private static final OpenScreening OPEN = new OpenScreening(OP, PERSON, null, "ar", null, null);
    private static final ClearMedically CLEAR = new ClearMedically(OP, PERSON, "dr-17", null, null);
    private static final ExpireClearance EXPIRE = new ExpireClearance(OP, PERSON);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> urgent =
            asking().given(
                            withNeeds(
                                    arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                    Needs.MEDICAL_URGENT));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> cleared =
            urgent.at(GIVEN).given(new MedicallyCleared(PERSON, "dr-17", null, null));

    @Test
    void S4_a_clearance_runs_out_and_another_is_given() {
        cleared.at(OVER.minusSeconds(1)).when(OPEN, SCREENER).thenAccepted();
        var over = cleared.at(OVER);
        over.when(OPEN, SCREENER).thenRefused("S4");
        over.given(new ScreeningOpened(PERSON, OTHER, "individual-screening", 1, "ar", null, null))
                .when(OPEN, SCREENER)
                .thenRefused("S4");
        over.given(over.when(CLEAR, CLINICIAN).events()).when(OPEN, SCREENER).thenAccepted();
    }

    @Test
    void S4_that_it_ran_out_is_recorded_once() {
        cleared.at(OVER.minusSeconds(1)).when(EXPIRE, SERVICE).thenConflict();
        var over = cleared.at(OVER);
        var expired =
                over.when(EXPIRE, SERVICE).then(new ClearanceExpired(PERSON, GIVEN, OVER, "S4"));
        over.given(expired.events()).when(EXPIRE, SERVICE).thenConflict();
    }

    @Test
    void S4_it_is_said_by_itself_when_it_runs_out_also_when_an_officer_took_the_need_away() {
        var takenAway = cleared.at(GIVEN.plusSeconds(1)).given(needsCorrected(PERSON));
        for (var one : List.of(cleared, takenAway)) {
            assertThat(one.reactionsLater(PERSON.toString()))
                    .filteredOn(reaction -> reaction.command().equals(EXPIRE))
                    .extracting(Reaction::notBefore)
                    .containsExactly(OVER);
        }
    }

    @Test
    void S4_a_second_report_that_differs_protects_until_it_is_settled() {
        var disputed = man.given(needsDisputed(PERSON, OTHER, Needs.MEDICAL_URGENT));
        disputed.when(OPEN, SCREENER).thenRefused("S4");
        disputed.given(disputed.when(CLEAR, CLINICIAN).events())
                .when(OPEN, SCREENER)
                .thenAccepted();
        disputed.given(
                        needsCorrected(PERSON, Needs.MEDICAL_URGENT),
                        needsSettled(PERSON, OTHER, Took.OTHER))
                .when(OPEN, SCREENER)
                .thenRefused("S4");
    }

    @Test
    void S4_a_need_that_an_officer_takes_away_stays_until_a_clinician_clears_it() {
        var takenAway =
                List.of(
                        urgent.given(needsCorrected(PERSON)),
                        urgent.given(needsCorrected(PERSON, Needs.WOUNDED)),
                        man.given(
                                needsDisputed(PERSON, OTHER, Needs.MEDICAL_URGENT),
                                needsSettled(PERSON, OTHER, Took.STANDING)),
                        urgent.given(
                                needsDisputed(PERSON, OTHER),
                                needsCorrected(PERSON),
                                needsSettled(PERSON, OTHER, Took.OTHER)));
        for (var less : takenAway) {
            less.when(OPEN, SCREENER).thenRefused("S4");
            var over = less.given(less.when(CLEAR, CLINICIAN).events());
            over.when(OPEN, SCREENER).thenAccepted();
            over.when(CLEAR, CLINICIAN).thenConflict();
            // The clinician ended the need: no clearance has to run out.
            over.at(OVER.plus(Duration.ofDays(9))).when(OPEN, SCREENER).thenAccepted();
            assertThat(over.reactionsLater(PERSON.toString()))
                    .extracting(reaction -> (ScreeningCommand) reaction.command())
                    .doesNotContain(EXPIRE);
        }
    }

    @Test
    void S4_a_need_that_is_taken_away_while_a_clearance_holds_ends_by_the_next_one_only() {
        Instant during = GIVEN.plus(Duration.ofHours(1));
        var takenAway = cleared.at(during).given(needsCorrected(PERSON));
        takenAway.when(OPEN, SCREENER).thenAccepted();
        var over = takenAway.at(OVER);
        for (var late : List.of(over, cleared.at(OVER).given(needsCorrected(PERSON)))) {
            late.when(OPEN, SCREENER).thenRefused("S4");
            late.given(late.when(CLEAR, CLINICIAN).events())
                    .at(OVER.plus(Duration.ofDays(9)))
                    .when(OPEN, SCREENER)
                    .thenAccepted();
        }
        // The clinician's words count from when they were said: these were said before.
        over.given(new MedicallyCleared(PERSON, "dr-3", null, during.minusSeconds(1)))
                .at(OVER.plus(Duration.ofDays(1)))
                .when(OPEN, SCREENER)
                .thenRefused("S4");
        over.given(new MedicallyCleared(PERSON, "dr-3", null, during))
                .at(OVER.plus(Duration.ofDays(9)))
                .when(OPEN, SCREENER)
                .thenAccepted();
    }

    @Test
    void S4_an_interview_is_judged_by_the_clearance_of_its_moment_whatever_was_given_since() {
        var second = cleared.at(OVER);
        var renewed = second.given(second.when(CLEAR, CLINICIAN).events());
        var needAgain =
                cleared.at(GIVEN.plus(Duration.ofHours(2)))
                        .given(needsCorrected(PERSON))
                        .at(GIVEN.plus(Duration.ofHours(3)))
                        .given(needsCorrected(PERSON, Needs.MEDICAL_URGENT))
                        .at(OVER);
        var clearedAgain = needAgain.given(needAgain.when(CLEAR, CLINICIAN).events());
        for (var later : List.of(renewed, needAgain, clearedAgain)) {
            later.when(begun(GIVEN.plus(Duration.ofHours(1))), SCREENER).thenAccepted();
        }
        renewed.when(begun(OVER.minusSeconds(1)), SCREENER).thenAccepted();
        renewed.when(OPEN, SCREENER).thenAccepted();
        needAgain.when(OPEN, SCREENER).thenRefused("S4");
        clearedAgain.when(OPEN, SCREENER).thenAccepted();
        clearedAgain.when(begun(GIVEN.plus(Duration.ofHours(4))), SCREENER).thenRefused("S4");
    }

    @Test
    void S4_a_clearance_while_another_holds_renews_it_also_when_it_is_told_late() {
        Instant half = GIVEN.plus(Duration.ofHours(12));
        Instant after = OVER.plus(Duration.ofHours(6));
        var inTime = cleared.at(half);
        var renewed = inTime.given(inTime.when(CLEAR, CLINICIAN).events());
        var late = cleared.at(after);
        var toldLate =
                late.given(
                        late.when(new ClearMedically(OP, PERSON, "dr-17", null, half), CLINICIAN)
                                .events());
        for (var two : List.of(renewed, toldLate)) {
            two.at(after).when(OPEN, SCREENER).thenAccepted();
            two.at(after).when(begun(GIVEN.plusSeconds(1)), SCREENER).thenAccepted();
            two.at(half.plus(Duration.ofHours(24))).when(OPEN, SCREENER).thenRefused("S4");
            assertThat(two.reactionsLater(PERSON.toString()))
                    .filteredOn(reaction -> reaction.command().equals(EXPIRE))
                    .extracting(Reaction::notBefore)
                    .containsExactly(half.plus(Duration.ofHours(24)));
        }
    }

    @Test
    void S4_one_clinician_clears_once_at_a_moment_and_two_clearances_run_out_as_one() {
        cleared.when(CLEAR, CLINICIAN).thenConflict();
        var both =
                cleared.given(
                        cleared.when(new ClearMedically(OP, PERSON, "dr-3", null, null), CLINICIAN)
                                .events());
        var over = both.at(OVER);
        var expired = over.given(over.when(EXPIRE, SERVICE).events());
        expired.when(EXPIRE, SERVICE).thenConflict();
    }

    @Test
    void S4_a_clearance_is_told_after_a_later_one_for_the_interview_that_it_allowed() {
        var renewed = urgent.at(OVER).given(new MedicallyCleared(PERSON, "dr-17", null, OVER));
        Instant then = GIVEN.plus(Duration.ofHours(1));
        renewed.when(begun(then), SCREENER).thenRefused("S4");
        var told =
                renewed.given(
                        renewed.when(new ClearMedically(OP, PERSON, "dr-3", null, GIVEN), CLINICIAN)
                                .events());
        told.when(begun(then), SCREENER).thenAccepted();
        assertThat(told.reactionsLater(PERSON.toString()))
                .filteredOn(reaction -> reaction.command().equals(EXPIRE))
                .extracting(Reaction::notBefore)
                .containsExactly(OVER.plus(Duration.ofHours(24)));
    }

    private static OpenScreening begun(Instant at) {
        return new OpenScreening(OP, PERSON, null, "ar", null, at);
    }

    @Test
    void S4_a_clearance_given_while_two_reports_differ_covers_what_is_then_settled() {
        var disputed = man.given(needsDisputed(PERSON, OTHER, Needs.MEDICAL_URGENT));
        disputed.given(disputed.when(CLEAR, CLINICIAN).events())
                .given(
                        needsCorrected(PERSON, Needs.MEDICAL_URGENT),
                        needsSettled(PERSON, OTHER, Took.OTHER))
                .when(OPEN, SCREENER)
                .thenAccepted();
    }

    @Test
    void S4_a_report_of_another_need_protects_nobody_from_questions() {
        man.given(needsDisputed(PERSON, OTHER, Needs.WOUNDED)).when(OPEN, SCREENER).thenAccepted();
    }
}
