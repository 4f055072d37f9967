package org.orangeline.screening.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.unmerged;
import static org.orangeline.screening.history.ScreeningMoment.How.QUESTIONED;
import static org.orangeline.screening.history.ScreeningMoment.How.STANDING;
import static org.orangeline.screening.history.ScreeningMoment.How.UNNOTICED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.view.FindingInDoubt;

/** S5 in a log: a finding FIGHTER that stands of somebody who may have been a child. */
class ChildrenFoundFighterTest {

    private static final Instant NOON = Scenario.NOON;
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));
    private static final Instant END = NOON.plus(Duration.ofDays(2));
    private static final UUID ID = new UUID(0x7000, 901);
    private static final Confidential<String> REASON = Confidential.of("as told");
    private static final Actor REGISTRAR = Actor.human("registrar");
    private static final PersonDetailsCorrected A_BOY = ageCorrected(PERSON, 15, 15);

    private static final ScreeningConcluded CONCLUDED =
            new ScreeningConcluded(
                    PERSON,
                    ID,
                    Finding.FIGHTER,
                    List.of(GroundCode.DIRECT_PARTICIPATION),
                    List.of(),
                    "screener",
                    "approver",
                    REASON,
                    null);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            interviewing().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> fighter =
            found(man, null);

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> found(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> before,
            @Nullable String actOn) {
        return before.by(SCREENER).given(recommended(actOn)).by(APPROVER).given(CONCLUDED);
    }

    private static FindingRecommended recommended(@Nullable String actOn) {
        return new FindingRecommended(
                PERSON,
                ID,
                Finding.FIGHTER,
                List.of(new Ground(GroundCode.DIRECT_PARTICIPATION, REASON, actOn, null)),
                List.of(),
                "screener",
                null,
                null);
    }

    @Test
    void S5_a_grown_man_found_fighter_is_no_moment() {
        assertThat(Moments.of(fighter, END)).isEmpty();
        assertThat(Moments.of(found(man, "2018-06"), END)).isEmpty();
    }

    @Test
    void S5_a_child_that_is_found_fighter_is_a_fault_of_the_approval() {
        var atOnce = found(man.given(A_BOY), null);
        assertThat(Moments.of(atOnce, END))
                .containsExactly(
                        new ScreeningMoment(
                                OP,
                                "S5",
                                UNNOTICED,
                                PERSON,
                                NOON,
                                null,
                                List.of(APPROVER.text()),
                                null));
        assertThat(Moments.of(found(man, "2004"), END))
                .as("a child at the act")
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED);
        assertThat(
                        Moments.of(
                                found(
                                        man.given(
                                                arrived(OTHER, Sex.MALE, 15, 15, "SYR"),
                                                merged(PERSON, OTHER)),
                                        null),
                                END))
                .as("by another registration")
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED);
    }

    @Test
    void S5_who_came_of_age_between_the_recommendation_and_the_approval_was_a_child() {
        var since =
                man.by(SCREENER)
                        .given(recommended(null))
                        .at(LATER.plus(Duration.ofDays(1)))
                        .given(ageCorrected(PERSON, Age.born(LocalDate.of(2001, 3, 2))))
                        .by(APPROVER)
                        .given(CONCLUDED);
        assertThat(Moments.of(since, END))
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED);
    }

    @Test
    void S5_a_recommendation_that_nobody_approved_is_no_finding() {
        assertThat(Moments.of(man.given(A_BOY).by(SCREENER).given(recommended(null)), END))
                .isEmpty();
    }

    @Test
    void S5_a_later_fact_begins_it_and_the_reopening_ends_it() {
        var child = fighter.at(LATER).by(REGISTRAR).given(A_BOY);
        assertThat(Moments.of(child, END))
                .singleElement()
                .extracting(ScreeningMoment::how, ScreeningMoment::from, ScreeningMoment::until)
                .containsExactly(STANDING, LATER, null);
        assertThat(
                        Moments.of(
                                child.at(END)
                                        .by(APPROVER)
                                        .given(new ScreeningReopened(PERSON, ID, REASON)),
                                END))
                .containsExactly(
                        new ScreeningMoment(
                                OP,
                                "S5",
                                STANDING,
                                PERSON,
                                LATER,
                                END,
                                List.of(APPROVER.text()),
                                "ScreeningReopened"));
    }

    @Test
    void S5_the_finding_is_on_a_list_until_it_is_reopened_or_the_fact_is_another_one() {
        assertThat(inDoubt(fighter)).isEmpty();
        var child = fighter.given(A_BOY);
        assertThat(inDoubt(child)).containsExactly("S5");
        assertThat(inDoubt(child.given(new ScreeningReopened(PERSON, ID, REASON)))).isEmpty();
        var other = arrived(OTHER, Sex.MALE, 15, 15, "SYR");
        var merged = fighter.given(other, merged(PERSON, OTHER));
        assertThat(inDoubt(merged)).containsExactly("S5");
        assertThat(inDoubt(merged.given(unmerged(PERSON, OTHER)))).isEmpty();
        var into = fighter.given(other, merged(OTHER, PERSON));
        assertThat(inDoubt(into)).as("under the registration of the finding").isNotEmpty();
    }

    private static List<String> inDoubt(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> now) {
        return FindingInDoubt.of(OP, now.own(), now.known()).stream()
                .flatMap(one -> one.broken().stream())
                .map(Violation::rule)
                .toList();
    }

    @Test
    void S5_a_merge_with_a_childs_record_begins_it_and_its_reversal_ends_it() {
        var merged =
                fighter.at(LATER)
                        .given(arrived(OTHER, Sex.MALE, 15, 15, "SYR"), merged(OTHER, PERSON));
        assertThat(Moments.of(merged, END))
                .extracting(ScreeningMoment::how)
                .containsExactly(STANDING);
        assertThat(Moments.of(merged.at(END).by(REGISTRAR).given(unmerged(OTHER, PERSON)), END))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.until()).isEqualTo(END);
                    assertThat(moment.by()).containsExactly(REGISTRAR.text());
                    assertThat(moment.ending()).isEqualTo("PersonsUnmerged");
                });
    }

    @Test
    void S5_a_question_about_the_prison_is_named_and_one_about_something_else_is_none() {
        var child = fighter.at(LATER).given(A_BOY);
        assertThat(Moments.of(child.by(MACHINE).given(questioned("P3")), END))
                .extracting(ScreeningMoment::how)
                .containsExactly(QUESTIONED);
        assertThat(Moments.of(child.by(MACHINE).given(questioned("P15")), END))
                .extracting(ScreeningMoment::how)
                .containsExactly(STANDING);
    }

    @Test
    void S5_screening_itself_suggests_no_reopening() {
        assertThat(fighter.at(LATER).given(A_BOY).reactions(PERSON.toString()))
                .extracting(reaction -> (Object) reaction.command())
                .noneMatch(command -> command.toString().contains("Reopen"));
    }

    private static PlacementQuestioned questioned(String rule) {
        return new PlacementQuestioned(PERSON, ID, "prison-1", List.of(rule), null);
    }
}
