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
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> cleared =
            asking().given(
                            withNeeds(
                                    arrived(PERSON, Sex.MALE, 30, 40, "SYR"), Needs.MEDICAL_URGENT))
                    .at(GIVEN)
                    .given(new MedicallyCleared(PERSON, "dr-17", null, null));

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
    void S4_it_is_said_by_itself_when_it_runs_out_and_only_of_who_still_needs_care() {
        assertThat(cleared.reactionsLater(PERSON.toString()))
                .filteredOn(reaction -> reaction.command().equals(EXPIRE))
                .extracting(Reaction::notBefore)
                .containsExactly(OVER);
        assertThat(cleared.given(needsCorrected(PERSON)).reactionsLater(PERSON.toString()))
                .extracting(reaction -> (ScreeningCommand) reaction.command())
                .doesNotContain(EXPIRE);
    }

    @Test
    void S4_a_second_report_that_differs_protects_until_it_is_settled() {
        var disputed = man.given(needsDisputed(PERSON, OTHER, Needs.MEDICAL_URGENT));
        disputed.when(OPEN, SCREENER).thenRefused("S4");
        disputed.given(disputed.when(CLEAR, CLINICIAN).events())
                .when(OPEN, SCREENER)
                .thenAccepted();
        disputed.given(needsSettled(PERSON, OTHER, Took.STANDING))
                .when(OPEN, SCREENER)
                .thenAccepted();
        disputed.given(
                        needsCorrected(PERSON, Needs.MEDICAL_URGENT),
                        needsSettled(PERSON, OTHER, Took.OTHER))
                .when(OPEN, SCREENER)
                .thenRefused("S4");
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
