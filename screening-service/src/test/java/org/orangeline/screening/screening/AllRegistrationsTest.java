package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.unmerged;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.Given;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/**
 * S5, S4 and L2 for who was registered twice, and S5 for who was a child at the time of the act.
 */
class AllRegistrationsTest {

    private static final Ground FOUGHT = ground(GroundCode.DIRECT_PARTICIPATION);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            interviewing().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> boyToo =
            man.given(arrived(OTHER, Sex.MALE, 15, 15, "SYR"), merged(PERSON, OTHER));

    private static RecommendFinding found(Finding finding, Ground... grounds) {
        return new RecommendFinding(Given.OP, PERSON, finding, List.of(grounds), List.of());
    }

    private static Ground act(@Nullable String on, @Nullable Integer age) {
        return new Ground(GroundCode.DIRECT_PARTICIPATION, Confidential.of("told"), on, age);
    }

    @Test
    void S5_a_child_by_any_registration_is_never_found_fighter() {
        man.when(found(Finding.FIGHTER, FOUGHT), SCREENER).thenAccepted();
        boyToo.when(found(Finding.FIGHTER, FOUGHT), SCREENER).thenRefused("S5");
        boyToo.when(found(Finding.CHILD_ASSOCIATED, FOUGHT), SCREENER).thenAccepted();
        boyToo.given(unmerged(PERSON, OTHER))
                .when(found(Finding.FIGHTER, FOUGHT), SCREENER)
                .thenAccepted();
    }

    @Test
    void S4_an_urgent_need_of_any_registration_is_cleared_first() {
        var urgent =
                man.given(
                        withNeeds(arrived(OTHER, Sex.MALE, 30, 40, "SYR"), Needs.MEDICAL_URGENT),
                        merged(PERSON, OTHER));
        urgent.when(found(Finding.FIGHTER, FOUGHT), SCREENER).thenRefused("S4");
        urgent.given(new MedicallyCleared(PERSON, "dr-17", null, null))
                .when(found(Finding.FIGHTER, FOUGHT), SCREENER)
                .thenAccepted();
    }

    @Test
    void S4_is_asked_again_when_the_finding_is_approved() {
        var other =
                interviewing()
                        .given(
                                withNeeds(
                                        arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                        Needs.MEDICAL_URGENT),
                                arrived(OTHER, Sex.MALE, 30, 40, "SYR"))
                        .given(merged(OTHER, PERSON))
                        .given(new MedicallyCleared(OTHER, "dr-17", null, null));
        var both = other.given(unmerged(OTHER, PERSON));
        var approve =
                new ConcludeScreening(Given.OP, PERSON, true, Confidential.of("looked at"), null);
        FindingRecommended recommended =
                man.when(found(Finding.FIGHTER, FOUGHT), SCREENER).event(FindingRecommended.class);
        both.given(recommended).when(approve, Given.APPROVER).thenRefused("S4");
        both.given(new MedicallyCleared(PERSON, "dr-17", null, null), recommended)
                .when(approve, Given.APPROVER)
                .thenAccepted();
    }

    @Test
    void S3_who_recommended_on_any_registration_decides_on_none() {
        var other =
                new RecommendFinding(Given.OP, OTHER, Finding.FIGHTER, List.of(FOUGHT), List.of());
        var approve =
                new ConcludeScreening(Given.OP, PERSON, true, Confidential.of("looked at"), null);
        var two =
                man.given(arrived(OTHER, Sex.MALE, 30, 40, "SYR"))
                        .given(man.when(found(Finding.FIGHTER, FOUGHT), SCREENER).events());
        two.when(approve, Given.APPROVER).thenAccepted();
        var both = two.given(two.when(other, Given.APPROVER).events());
        both.when(approve, Given.APPROVER).thenAccepted();
        var one = both.given(merged(PERSON, OTHER));
        one.when(approve, Given.APPROVER).thenRefused("S3");
        one.when(approve, Actor.human("third")).thenAccepted();
    }

    @Test
    void S5_who_turns_out_to_have_been_a_child_at_the_recommendation_is_no_fighter_later() {
        LocalDate today = Scenario.NOON.atOffset(ZoneOffset.UTC).toLocalDate();
        var recommended = man.given(man.when(found(Finding.FIGHTER, FOUGHT), SCREENER).events());
        var corrected =
                recommended.given(
                        new PersonDetailsCorrected(
                                PERSON,
                                null,
                                Age.born(today.plusDays(2).minusYears(18)),
                                null,
                                null,
                                null,
                                null,
                                Confidential.of("a paper")));
        var approve =
                new ConcludeScreening(Given.OP, PERSON, true, Confidential.of("looked at"), null);
        corrected.when(approve, Given.APPROVER).thenRefused("S5");
        corrected
                .at(Scenario.NOON.plus(Duration.ofDays(5)))
                .when(approve, Given.APPROVER)
                .thenRefused("S5");
        recommended.when(approve, Given.APPROVER).thenAccepted();
    }

    @Test
    void S4_S5_a_long_chain_of_merges_asks_every_registration() {
        var chain =
                interviewing()
                        .given(
                                withNeeds(
                                        arrived(PERSON, Sex.MALE, 15, 15, "SYR"),
                                        Needs.MEDICAL_URGENT));
        UUID last = PERSON;
        for (int i = 0; i < 120; i++) {
            UUID next = new UUID(0x7009, i);
            chain = chain.given(arrived(next, Sex.MALE, 30, 40, "SYR"), merged(next, last));
            last = next;
        }
        var open = chain.known().require(Given.OP);
        assertThat(open.merges().inUse(PERSON.toString())).isEqualTo(last.toString());
        chain.given(Given.interviewed(last))
                .when(
                        new RecommendFinding(
                                Given.OP, last, Finding.FIGHTER, List.of(FOUGHT), List.of()),
                        SCREENER)
                .thenRefused("S4", "S5");
    }

    @Test
    void L2_a_child_by_any_registration_waits_in_no_line_of_men() {
        var waiting =
                man.given(
                        new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "men"),
                        arrived(OTHER, Sex.MALE, 15, 15, "SYR"),
                        merged(PERSON, OTHER));
        assertThat(waiting.reactions(PERSON.toString()))
                .extracting(reaction -> (Object) reaction.command())
                .contains(new SuggestLine(Given.OP, PERSON));
        waiting.when(
                        new ReassignGroup(
                                Given.OP,
                                PERSON,
                                "FOREIGN_MEN",
                                Confidential.of("room there"),
                                null),
                        Given.LINE_OFFICER)
                .thenRefused("L2");
    }

    @Test
    void S5_who_was_a_child_at_the_time_of_the_act_is_associated_and_no_fighter() {
        // Nineteen on the day of the screening, taken in at thirteen.
        var grown =
                interviewing()
                        .given(
                                arrived(
                                        PERSON,
                                        Sex.MALE,
                                        Age.born(LocalDate.of(2000, 2, 1)),
                                        List.of(),
                                        List.of(),
                                        null));
        grown.when(found(Finding.FIGHTER, act(null, 13)), SCREENER).thenRefused("S5");
        grown.when(found(Finding.FIGHTER, act("2013", null)), SCREENER).thenRefused("S5");
        // February 2018 may be before the birthday, March is not.
        grown.when(found(Finding.FIGHTER, act("2018", null)), SCREENER).thenRefused("S5");
        grown.when(found(Finding.FIGHTER, act("2018-03", null)), SCREENER).thenAccepted();
        grown.when(found(Finding.FIGHTER, act("2018-02-01", null)), SCREENER).thenAccepted();
        grown.when(found(Finding.CHILD_ASSOCIATED, act(null, 13)), SCREENER).thenAccepted();
        grown.when(found(Finding.CHILD_ASSOCIATED, FOUGHT), SCREENER).thenRefused("S5");
    }

    @Test
    void S5_a_range_that_reaches_below_eighteen_at_the_act_protects_and_an_adults_act_does_not() {
        man.when(found(Finding.FIGHTER, act("2006", null)), SCREENER).thenRefused("S5");
        man.when(found(Finding.FIGHTER, act("2008", null)), SCREENER).thenAccepted();
        man.when(found(Finding.FIGHTER, act("2006", null), FOUGHT), SCREENER).thenRefused("S5");
        man.when(found(Finding.FIGHTER, act("2006", null), act("2018", null)), SCREENER)
                .thenAccepted();
    }
}
