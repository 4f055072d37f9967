package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.knowledge.Knowledge;

/** A story for each rule: refused with its id and what would satisfy it; satisfied; accepted. */
class RuleStoriesTest {

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            interviewing()
                    .given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));

    @Test
    void L1_the_plan_assigns_and_what_no_rule_matches_goes_to_an_officer() {
        interviewing()
                .given(arrived(PERSON, Sex.MALE, 30, 40, "IRQ"))
                .when(new AssignGroup(OP, PERSON), MACHINE)
                .then(new GroupAssigned(PERSON, "IRAQI_MEN", "orange line 2", "iraqi-men"));
        interviewing()
                .given(arrived(PERSON, Sex.UNKNOWN, 30, 40))
                .when(new AssignGroup(OP, PERSON), MACHINE)
                .then(new GroupAssigned(PERSON, "UNDETERMINED", "officer's table", "L1"));
    }

    @Test
    void L2_a_child_is_never_in_a_mens_line() {
        var boy = man.given(ageCorrected(PERSON, 14, 15));
        boy.when(new SuggestLine(OP, PERSON), MACHINE)
                .then(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "IS_WOMEN", "L2"));
        says(
                boy.when(move("IRAQI_MEN", "his uncle is there"), LINE_OFFICER).thenRefused("L2"),
                "women and children");
        boy.when(move("IS_WOMEN", "a boy of fourteen"), LINE_OFFICER).thenAccepted();
    }

    @Test
    void L3_a_reassignment_has_a_reason() {
        says(man.when(move("IRAQI_MEN", " "), LINE_OFFICER).thenRefused("L3"), "a reason");
        man.when(move("IRAQI_MEN", "papers from Mosul"), LINE_OFFICER).thenAccepted();
    }

    @Test
    void L4_a_wait_beyond_the_limit_is_reported_once() {
        var due = Scenario.NOON.plus(Duration.ofHours(24));
        var late = man.at(due);
        late.when(new ReportOverdueWait(OP, PERSON), MACHINE)
                .then(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, due, "L4"));
        late.given(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, due, "L4"))
                .when(new ReportOverdueWait(OP, PERSON), MACHINE)
                .thenConflict();
    }

    @Test
    void S1_each_person_has_a_screening_of_their_own() {
        says(man.when(conclude(), APPROVER).thenRefused("S1"), "nothing is concluded for a line");
        recommended(civilian(), SCREENER).when(conclude(), APPROVER).thenAccepted();
    }

    @Test
    void S2_nationality_sex_family_and_line_are_no_ground_for_a_fighter() {
        for (GroundCode code :
                List.of(
                        GroundCode.NATIONALITY,
                        GroundCode.SEX,
                        GroundCode.FAMILY_TIE,
                        GroundCode.LINE)) {
            says(
                    man.when(find(Finding.FIGHTER, code), SCREENER).thenRefused("S2"),
                    "of the person's own");
        }
        man.when(find(Finding.FIGHTER, GroundCode.COMMAND_ROLE), SCREENER).thenAccepted();
        man.when(find(Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE), SCREENER).thenAccepted();
    }

    @Test
    void S3_who_approves_is_not_who_recommended() {
        var waiting = recommended(civilian(), SCREENER);
        says(waiting.when(conclude(), SCREENER).thenRefused("S3"), "second officer");
        waiting.when(conclude(), APPROVER).thenAccepted();
    }

    @Test
    void S4_urgent_care_comes_before_questions() {
        var urgent =
                asking().given(
                                withNeeds(
                                        arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                        Needs.MEDICAL_URGENT));
        var opening = new OpenScreening(OP, PERSON, null, "ar", null, null);
        says(urgent.when(opening, SCREENER).thenRefused("S4"), "medical clearance first");
        var cleared =
                urgent.when(new ClearMedically(OP, PERSON, "dr-17", null, null), LINE_OFFICER);
        urgent.given(cleared.events()).when(opening, SCREENER).thenAccepted();
    }

    @Test
    void S5_a_child_is_never_found_fighter() {
        var boy = interviewing().given(arrived(PERSON, Sex.MALE, 14, 15, "SYR"));
        says(
                boy.when(find(Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION), SCREENER)
                        .thenRefused("S5"),
                "CHILD_ASSOCIATED");
        boy.when(find(Finding.CHILD_ASSOCIATED, GroundCode.PROTECTION_NEED), SCREENER)
                .thenAccepted();
    }

    @Test
    void S6_named_humans_decide() {
        Actor robot = Actor.machine("robot");
        says(man.when(civilian(), robot).thenRefused("S6"), "named human");
        says(recommended(civilian(), SCREENER).when(conclude(), robot).thenRefused("S6"), "human");
        man.when(civilian(), SCREENER).thenAccepted();
    }

    private Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> recommended(
            RecommendFinding finding, Actor by) {
        return man.given(man.when(finding, by).events());
    }

    private static void says(
            Decided<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> refused,
            String what) {
        assertThat(refused.refusal().detail()).contains(what);
    }

    private static RecommendFinding civilian() {
        return find(Finding.CIVILIAN, GroundCode.NO_INDICATION);
    }

    private static RecommendFinding find(Finding finding, GroundCode code) {
        return new RecommendFinding(OP, PERSON, finding, List.of(ground(code)), List.of("E-1"));
    }

    private static ConcludeScreening conclude() {
        return new ConcludeScreening(OP, PERSON, true, Confidential.of("consistent"), null);
    }

    private static ReassignGroup move(String group, String reason) {
        return new ReassignGroup(OP, PERSON, group, Confidential.of(reason), null);
    }
}
