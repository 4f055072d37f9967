package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.open;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** L2, L3 and S6: an officer moves a person to another line. */
class ReassignmentTest {

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> boy =
            open().given(
                            arrived(PERSON, Sex.MALE, 12, 14, "SYR"),
                            new GroupAssigned(
                                    PERSON, "IS_WOMEN", "women's line 1", "other-children"));

    @Test
    void L3_a_move_has_a_reason_and_keeps_its_history() {
        var moved =
                man.when(to("IRAQI_MEN", "papers from Mosul"), LINE_OFFICER)
                        .then(
                                new GroupReassigned(
                                        PERSON,
                                        "SYRIAN_MEN",
                                        "IRAQI_MEN",
                                        "orange line 2",
                                        Confidential.of("papers from Mosul"),
                                        null));
        Place place = moved.own().place(OP, PERSON).orElseThrow();
        assertThat(place.group()).isEqualTo("IRAQI_MEN");
        assertThat(place.moves()).isEqualTo(1);
    }

    @Test
    void L3_without_a_reason_nobody_is_moved() {
        man.when(to("IRAQI_MEN", " \n"), LINE_OFFICER).thenRefused("L3");
    }

    @Test
    void L2_a_child_is_not_moved_to_the_men() {
        boy.when(to("SYRIAN_MEN", "looks older"), LINE_OFFICER).thenRefused("L2");
    }

    @Test
    void every_broken_rule_is_listed() {
        boy.when(to("SYRIAN_MEN", ""), LINE_OFFICER).thenRefused("L2", "L3");
    }

    @Test
    void L2_a_child_may_be_moved_to_other_women_and_to_the_officers_table() {
        boy.when(to("IRAQI_WOMEN", "aunt found"), LINE_OFFICER).thenAccepted();
        boy.when(to("UNDETERMINED", "looks older"), LINE_OFFICER).thenAccepted();
    }

    @Test
    void S6_a_machine_moves_nobody_known_or_not() {
        man.when(to("IRAQI_MEN", "computed"), MACHINE).thenRefused("S6");
        man.when(move(OTHER, "IRAQI_MEN", "computed"), MACHINE).thenRefused("S6");
    }

    @Test
    void the_same_group_is_a_conflict() {
        man.when(to("SYRIAN_MEN", "again"), LINE_OFFICER).thenConflict();
    }

    @Test
    void somebody_in_no_line_yet_is_a_conflict() {
        open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"))
                .when(to("IRAQI_MEN", "papers"), LINE_OFFICER)
                .thenConflict();
    }

    @Test
    void an_unknown_person_or_group_is_not_found() {
        man.when(move(OTHER, "IRAQI_MEN", "papers"), LINE_OFFICER).thenNotFound();
        man.when(to("NO_SUCH_GROUP", "papers"), LINE_OFFICER).thenNotFound();
    }

    @Test
    void a_reason_never_prints() {
        assertThat(to("IRAQI_MEN", "papers from Mosul").toString()).doesNotContain("Mosul");
    }

    private static ReassignGroup to(String group, String reason) {
        return move(PERSON, group, reason);
    }

    private static ReassignGroup move(UUID person, String group, String reason) {
        return new ReassignGroup(OP, person, group, Confidential.of(reason), null);
    }
}
