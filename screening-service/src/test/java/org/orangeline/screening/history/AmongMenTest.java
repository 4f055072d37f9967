package org.orangeline.screening.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.unmerged;
import static org.orangeline.screening.history.ScreeningMoment.How.SUGGESTED;
import static org.orangeline.screening.history.ScreeningMoment.How.UNNOTICED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningModel;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/**
 * L2 in a log: who is a child, or may be one, and waits among men; until when, and who ended it.
 */
class AmongMenTest {

    private static final Instant NOON = Scenario.NOON;
    private static final Instant SOON = NOON.plus(Duration.ofMinutes(4));
    private static final Instant LATER = NOON.plus(Duration.ofHours(3));
    private static final Confidential<String> REASON = Confidential.of("a boy");
    private static final Actor REGISTRAR = Actor.human("registrar");
    private static final GroupReassigned MOVED =
            new GroupReassigned(
                    PERSON, "SYRIAN_MEN", "UNDETERMINED", "officer's table", REASON, null);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "men"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> boy =
            man.given(ageCorrected(PERSON, 15, 15));

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> suggested(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> before) {
        return before.given(before.when(new SuggestLine(OP, PERSON), MACHINE).events());
    }

    @Test
    void L2_a_man_among_men_is_no_moment() {
        assertThat(Moments.of(man, LATER)).isEmpty();
    }

    @Test
    void L2_it_begins_with_the_fact_and_ends_with_the_officers_move() {
        var moved = suggested(boy).at(LATER).by(LINE_OFFICER).given(MOVED);
        assertThat(Moments.of(moved, LATER))
                .containsExactly(
                        new ScreeningMoment(
                                OP,
                                "L2",
                                SUGGESTED,
                                PERSON,
                                NOON,
                                LATER,
                                List.of(LINE_OFFICER.text()),
                                "GroupReassigned"));
        assertThat(Moments.of(suggested(boy), LATER))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.how()).isEqualTo(SUGGESTED);
                    assertThat(moment.until()).isNull();
                });
    }

    @Test
    void L2_without_the_suggestion_it_is_a_fault() {
        assertThat(Moments.of(boy.at(LATER).by(LINE_OFFICER).given(MOVED), LATER))
                .singleElement()
                .extracting(ScreeningMoment::how, ScreeningMoment::from, ScreeningMoment::until)
                .containsExactly(UNNOTICED, NOON, LATER);
        assertThat(Moments.of(boy, LATER)).extracting(ScreeningMoment::how).containsOnly(UNNOTICED);
        assertThat(Moments.of(boy, SOON)).as("it may still come").isEmpty();
    }

    @Test
    void L2_a_suggestion_within_five_minutes_notices_it_and_a_later_one_does_not() {
        assertThat(Moments.of(suggested(boy.at(SOON)), LATER))
                .extracting(ScreeningMoment::how)
                .containsExactly(SUGGESTED);
        assertThat(Moments.of(suggested(boy.at(LATER)), LATER))
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED, SUGGESTED);
    }

    @Test
    void L2_another_line_of_men_is_no_notice() {
        var other =
                man.given(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "IRAQI_MEN", "L1"))
                        .given(ageCorrected(PERSON, 15, 15));
        assertThat(Moments.of(other, LATER))
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED);
    }

    @Test
    void L2_who_moves_a_known_child_to_the_men_is_found_out() {
        var child =
                open().given(
                                arrived(PERSON, Sex.MALE, 15, 15, "SYR"),
                                new GroupAssigned(PERSON, "IRAQI_WOMEN", "women", "L2"));
        assertThat(Moments.of(child, LATER)).isEmpty();
        var among =
                child.given(
                        new GroupReassigned(
                                PERSON, "IRAQI_WOMEN", "SYRIAN_MEN", "line 1", REASON, null));
        assertThat(Moments.of(among, LATER))
                .extracting(ScreeningMoment::rule, ScreeningMoment::how)
                .containsExactly(tuple("L2", UNNOTICED));
    }

    @Test
    void L2_nobody_lets_a_child_stay_among_men_knowingly() {
        suggested(boy)
                .when(new ReassignGroup(OP, PERSON, "SYRIAN_MEN", REASON, null), LINE_OFFICER)
                .thenRefused("L2");
    }

    @Test
    void L2_a_merge_begins_it_and_its_reversal_ends_it() {
        var two =
                suggested(
                        man.given(arrived(OTHER, Sex.MALE, 15, 15, "SYR"), merged(PERSON, OTHER)));
        assertThat(Moments.of(two, LATER))
                .extracting(ScreeningMoment::how, ScreeningMoment::personId)
                .containsExactly(tuple(SUGGESTED, PERSON));
        var apart = two.at(LATER).by(REGISTRAR).given(unmerged(PERSON, OTHER));
        assertThat(Moments.of(apart, LATER))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.until()).isEqualTo(LATER);
                    assertThat(moment.by()).containsExactly(REGISTRAR.text());
                    assertThat(moment.ending()).isEqualTo("PersonsUnmerged");
                });
    }

    @Test
    void L2_it_ends_when_the_person_goes_or_the_age_is_corrected() {
        var waits = suggested(boy).at(LATER).by(REGISTRAR);
        assertThat(Moments.of(waits.given(left(PERSON)), LATER))
                .extracting(ScreeningMoment::ending)
                .containsExactly("PersonLeft");
        assertThat(Moments.of(waits.given(ageCorrected(PERSON, 30, 40)), LATER))
                .extracting(ScreeningMoment::ending)
                .containsExactly("PersonDetailsCorrected");
    }

    @Test
    void what_the_service_could_not_learn_changed_nothing() {
        var history = new ScreeningHistory(new ScreeningModel());
        List<Recorded<DomainEvent>> log = boy.log();
        history.learn(log.getLast());
        assertThat(history.moments(LATER)).isEmpty();
    }

    @Test
    void L2_who_grows_up_there_was_moved_by_nobody() {
        var grown =
                suggested(man.given(ageCorrected(PERSON, Age.born(LocalDate.of(2001, 3, 2)))))
                        .at(NOON.plus(Duration.ofDays(9)))
                        .by(LINE_OFFICER)
                        .given(
                                new GroupReassigned(
                                        PERSON, "SYRIAN_MEN", "IRAQI_MEN", "line 2", REASON, null));
        assertThat(Moments.of(grown, NOON.plus(Duration.ofDays(9))))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.until()).isNotNull();
                    assertThat(moment.by()).isEmpty();
                    assertThat(moment.ending()).isNull();
                });
    }
}
