package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.TODAY;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.inFamily;
import static org.orangeline.screening.Given.open;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** L1 and L2: where a person waits who has just arrived. */
class LineAssignmentTest {

    private static final AssignGroup ASSIGN = new AssignGroup(OP, PERSON);

    @ParameterizedTest
    @CsvSource({
        "MALE,   30, 40, SYR, SYRIAN_MEN,   syrian-men",
        "MALE,   30, 40, IRQ, IRAQI_MEN,    iraqi-men",
        "MALE,   30, 40, FRA, FOREIGN_MEN,  foreign-men",
        "FEMALE, 30, 40, IRQ, IRAQI_WOMEN,  iraqi-women",
        "FEMALE, 30, 40, SYR, IS_WOMEN,     other-women",
        "MALE,    3,  5, IRQ, IRAQI_WOMEN,  iraqi-children",
        "UNKNOWN, 3,  5, SYR, IS_WOMEN,     other-children",
        "MALE,   30, 40, UNKNOWN, UNDETERMINED, L1",
        "UNKNOWN, 30, 40, SYR, UNDETERMINED, L1",
    })
    void L1_the_plan_assigns(
            Sex sex, int min, int max, String country, String group, String because) {
        open().given(arrived(PERSON, sex, min, max, country))
                .when(ASSIGN, MACHINE)
                .then(assigned(group, because));
    }

    @Test
    void L1_without_any_claim_an_officer_looks() {
        open().given(arrived(PERSON, Sex.MALE, 30, 40))
                .when(ASSIGN, MACHINE)
                .then(assigned("UNDETERMINED", "L1"));
    }

    @Test
    void L1_a_verified_claim_counts_more_than_what_was_said() {
        open().given(
                        claiming(
                                new NationalityClaim("SYR", NationalityBasis.CLAIMED),
                                new NationalityClaim("IRQ", NationalityBasis.VERIFIED)))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_MEN", "iraqi-men"));
    }

    @Test
    void L1_reaction_names_the_arrival_as_its_cause() {
        var waiting = open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
        assertThat(waiting.reactions(PERSON.toString()))
                .containsExactly(
                        new Reaction<ScreeningCommand>(
                                "WhenPersonArrivedThenAssignGroup",
                                ASSIGN,
                                waiting.log().getLast().envelope().id()));
        assertThat(waiting.when(ASSIGN, MACHINE).reactions(PERSON.toString())).isEmpty();
    }

    @Test
    void L1_nobody_is_assigned_twice() {
        open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"), assigned("SYRIAN_MEN", "syrian-men"))
                .when(ASSIGN, MACHINE)
                .thenConflict();
    }

    @Test
    void L1_somebody_unknown_is_not_found() {
        open().when(ASSIGN, MACHINE).thenNotFound();
    }

    @Test
    void L2_a_child_waits_in_its_mothers_group() {
        open().given(
                        inFamily(arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"), FamilyRole.PARENT),
                        new GroupAssigned(MOTHER, "IRAQI_WOMEN", "women's line 2", "iraqi-women"),
                        inFamily(arrived(PERSON, Sex.MALE, 6, 8, "SYR"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_WOMEN", "L2"));
    }

    @Test
    void L2_a_child_waits_beside_a_guardian_among_the_women() {
        open().given(
                        inFamily(arrived(OTHER, Sex.UNKNOWN, 60, 70), FamilyRole.GUARDIAN),
                        new GroupAssigned(OTHER, "IRAQI_WOMEN", "women's line 2", "L1"),
                        inFamily(arrived(PERSON, Sex.MALE, 6, 8, "SYR"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_WOMEN", "L2"));
    }

    @Test
    void L2_a_child_waits_with_its_father_in_the_line_for_families() {
        open().given(
                        inFamily(arrived(OTHER, Sex.MALE, 35, 45, "IRQ"), FamilyRole.PARENT),
                        new GroupAssigned(OTHER, "IRAQI_MEN", "orange line 2", "iraqi-men"),
                        inFamily(arrived(PERSON, Sex.MALE, 6, 8, "IRQ"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("FAMILY", "L2"));
    }

    @Test
    void L2_a_boy_who_is_registered_as_a_parent_is_no_father_to_wait_with() {
        open().given(
                        inFamily(arrived(OTHER, Sex.MALE, 11, 11, "IRQ"), FamilyRole.PARENT),
                        inFamily(arrived(PERSON, Sex.FEMALE, 7, 7, "IRQ"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_WOMEN", "iraqi-children"));
    }

    @Test
    void L2_a_man_alone_with_children_waits_with_them() {
        var child =
                open().given(
                                inFamily(arrived(OTHER, Sex.MALE, 6, 8, "IRQ"), FamilyRole.CHILD),
                                new GroupAssigned(OTHER, "IRAQI_WOMEN", "women's line 2", "L1"));
        child.given(inFamily(arrived(PERSON, Sex.MALE, 35, 45, "IRQ"), FamilyRole.PARENT))
                .when(ASSIGN, MACHINE)
                .then(assigned("FAMILY", "L2"));
        child.given(
                        inFamily(arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"), FamilyRole.PARENT),
                        inFamily(arrived(PERSON, Sex.MALE, 35, 45, "IRQ"), FamilyRole.PARENT))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_MEN", "iraqi-men"));
        child.given(inFamily(arrived(PERSON, Sex.MALE, 35, 45, "IRQ"), FamilyRole.SIBLING))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_MEN", "iraqi-men"));
    }

    @Test
    void L2_a_child_does_not_follow_its_father_to_the_men_where_no_line_is_for_families() {
        openWithoutFamilies()
                .given(
                        inFamily(arrived(OTHER, Sex.MALE, 35, 45, "IRQ"), FamilyRole.PARENT),
                        new GroupAssigned(OTHER, "IRAQI_MEN", "orange line 2", "iraqi-men"),
                        inFamily(arrived(PERSON, Sex.MALE, 6, 8, "IRQ"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("IRAQI_WOMEN", "iraqi-children"));
    }

    @Test
    void L2_a_mother_without_a_line_is_not_waited_for() {
        open().given(
                        inFamily(arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"), FamilyRole.PARENT),
                        inFamily(arrived(PERSON, Sex.MALE, 6, 8, "SYR"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("IS_WOMEN", "other-children"));
    }

    @Test
    void L2_a_person_alone_whose_age_spans_18_waits_for_an_officer() {
        open().given(arrived(PERSON, Sex.MALE, 16, 20, "SYR"))
                .when(ASSIGN, MACHINE)
                .then(assigned("UNDETERMINED", "L2"));
    }

    @Test
    void L2_a_family_of_which_nobody_else_is_known_is_alone() {
        open().given(inFamily(arrived(PERSON, Sex.MALE, 16, 20, "SYR"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("UNDETERMINED", "L2"));
    }

    @Test
    void L2_in_doubt_with_a_family_counts_as_a_child() {
        open().given(
                        inFamily(arrived(OTHER, Sex.MALE, 40, 50, "IRQ"), FamilyRole.PARENT),
                        inFamily(arrived(PERSON, Sex.MALE, 16, 20, "IRQ"), FamilyRole.CHILD))
                .when(ASSIGN, MACHINE)
                .then(assigned("FAMILY", "L2"));
    }

    @Test
    void L2_no_plan_sends_a_child_to_the_men() {
        var men = new Group("MEN", "line 1", GroupKind.MEN);
        var women = new Group("WOMEN", "line 2", GroupKind.WOMEN_AND_CHILDREN);
        var table = new Group("TABLE", "table", GroupKind.UNDETERMINED);
        var everybody = new GroupingRule("everybody", "MEN", List.of(), null, List.of(), List.of());
        open(new GroupingPlan("all", List.of(men, women, table), List.of(everybody), "TABLE"))
                .given(arrived(PERSON, Sex.MALE, 10, 12, "SYR"))
                .when(ASSIGN, MACHINE)
                .then(new GroupAssigned(PERSON, "WOMEN", "line 2", "L2"));
        open(new GroupingPlan("men only", List.of(men, table), List.of(everybody), "TABLE"))
                .given(arrived(PERSON, Sex.MALE, 10, 12, "SYR"))
                .when(ASSIGN, MACHINE)
                .then(new GroupAssigned(PERSON, "TABLE", "table", "L2"));
    }

    private static PersonArrived claiming(NationalityClaim... claims) {
        return arrived(
                PERSON, Sex.MALE, Age.between(30, 40, TODAY), List.of(claims), List.of(), null);
    }

    private static DomainEvent assigned(String group, String because) {
        return new GroupAssigned(
                PERSON,
                group,
                switch (group) {
                    case "SYRIAN_MEN" -> "orange line 1";
                    case "IRAQI_MEN" -> "orange line 2";
                    case "FOREIGN_MEN" -> "third line";
                    case "IS_WOMEN" -> "women's line 1";
                    case "IRAQI_WOMEN" -> "women's line 2";
                    case "FAMILY" -> "family line";
                    default -> "officer's table";
                },
                because);
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent>
            openWithoutFamilies() {
        GroupingPlan plan = BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow();
        return open(
                new GroupingPlan(
                        "no-families",
                        plan.groups().stream()
                                .filter(group -> group.kind() != GroupKind.FAMILY)
                                .toList(),
                        plan.rules(),
                        plan.otherwise()));
    }
}
