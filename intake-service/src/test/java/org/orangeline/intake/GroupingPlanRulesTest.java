package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.operations.StatedPlan;

class GroupingPlanRulesTest {

    private static final Confidential<String> REASON = Confidential.of("as told");
    private static final Group MEN = new Group("MEN", "line 1", GroupKind.MEN);
    private static final Group WOMEN = new Group("WOMEN", "line 2", GroupKind.WOMEN_AND_CHILDREN);
    private static final Group TABLE = new Group("TABLE", "table", GroupKind.UNDETERMINED);
    private static final GroupingRule MEN_ADULT = rule("men", "MEN", Sex.MALE, AgeBand.ADULT);
    private static final GroupingRule CHILDREN = rule("children", "WOMEN", null, AgeBand.CHILD);
    private static final GroupingRule CHILDREN_OF_SYRIA =
            new GroupingRule(
                    "syrian-children",
                    "WOMEN",
                    List.of(),
                    AgeBand.CHILD,
                    List.of("SYR"),
                    List.of());

    @Test
    void L1_a_rule_names_a_group_that_the_plan_has_a_line_for() {
        refused("L1", "names a group", plan("TABLE", rule("x", "NOWHERE", null, AgeBand.ADULT)));
        accepted(plan("TABLE", rule("x", "WOMEN", null, AgeBand.ADULT)));
    }

    @Test
    void L1_who_fits_no_rule_has_a_group_as_well() {
        refused("L1", "otherwise must name", plan(null, MEN_ADULT));
        refused("L1", "otherwise must name", plan("NOWHERE", MEN_ADULT));
        refused("L1", "otherwise must name", plan("WOMEN", MEN_ADULT));
        accepted(plan("TABLE", MEN_ADULT));
    }

    @Test
    void L1_no_rule_stands_behind_one_that_takes_everybody() {
        GroupingRule syrians = nationals("syrians", List.of("SYR"), List.of());
        GroupingRule everybody = rule("everybody", "WOMEN", null, null);
        refused("L1", "Rule 2 can never match", plan("TABLE", everybody, syrians));
        refused("L1", "Rule 2 can never match", plan("TABLE", CHILDREN, CHILDREN_OF_SYRIA));
        accepted(plan("TABLE", syrians, everybody));
        accepted(plan("TABLE", CHILDREN_OF_SYRIA, CHILDREN));
    }

    @Test
    void L1_other_countries_are_no_subset_of_a_list() {
        GroupingRule notSyrian = nationals("not-syrian", List.of(), List.of("SYR"));
        GroupingRule neither = nationals("neither", List.of(), List.of("SYR", "IRQ"));
        refused("L1", "Rule 2 can never match", plan("TABLE", notSyrian, neither));
        // Somebody with papers of Syria and of Iraq is for the second one.
        accepted(plan("TABLE", notSyrian, nationals("iraqis", List.of("IRQ"), List.of())));
        accepted(plan("TABLE", neither, notSyrian));
    }

    @Test
    void L1_a_rule_that_contradicts_itself_is_sent_back() {
        refused(
                "L1",
                "fits nobody",
                plan("TABLE", nationals("nobody", List.of("SYR"), List.of("SYR", "IRQ"))));
    }

    @Test
    void L2_no_plan_puts_children_in_a_mens_line() {
        GroupingRule males = rule("males", "MEN", Sex.MALE, null);
        refused("L2", "for adults only", plan("TABLE", males, CHILDREN));
        refused("L2", "for adults only", plan("TABLE", rule("boys", "MEN", null, AgeBand.CHILD)));
        accepted(plan("TABLE", MEN_ADULT, CHILDREN));
        // Who stands behind a rule for all children gets adults only.
        accepted(plan("TABLE", CHILDREN, males));
    }

    @Test
    void an_operation_opens_with_a_plan_that_can_do_its_job() {
        nothing()
                .when(
                        new OpenOperation(
                                OP,
                                "Baghuz 2019",
                                "BGZ",
                                plan(null, MEN_ADULT),
                                BuiltIn.legalProfile("gc-1949").orElseThrow()),
                        OFFICER)
                .thenRefused("L1");
    }

    @Test
    void L2_no_line_where_children_may_be_becomes_one_of_men() {
        var now =
                open().given(
                                new GroupingPlanChanged(
                                        OP,
                                        new GroupingPlan(
                                                "p",
                                                List.of(MEN, WOMEN, TABLE),
                                                List.of(MEN_ADULT),
                                                "TABLE"),
                                        REASON));
        for (String code : List.of("WOMEN", "TABLE")) {
            List<Group> groups =
                    List.of(
                            MEN,
                            new Group(code, "line 2", GroupKind.MEN),
                            new Group("OTHER", "line 4", GroupKind.UNDETERMINED));
            now.when(
                            new ChangeGroupingPlan(
                                    OP,
                                    new StatedPlan("q", groups, List.of(MEN_ADULT), "OTHER"),
                                    REASON),
                            OFFICER)
                    .thenRefused("L2");
        }
        now.when(
                        new ChangeGroupingPlan(
                                OP,
                                new StatedPlan(
                                        "q",
                                        List.of(
                                                new Group(
                                                        "MEN",
                                                        "line 1",
                                                        GroupKind.WOMEN_AND_CHILDREN),
                                                TABLE),
                                        List.of(),
                                        "TABLE"),
                                REASON),
                        OFFICER)
                .thenRefused("L2");
    }

    @Test
    void L2_a_line_that_a_plan_left_out_comes_back_as_none_of_men() {
        var without =
                open().given(
                                changed(MEN, WOMEN, TABLE),
                                changed(MEN, TABLE),
                                changed(MEN, TABLE, new Group("OLD", "line 5", GroupKind.FAMILY)),
                                changed(MEN, TABLE));
        for (String code : List.of("WOMEN", "OLD")) {
            List<Group> groups = List.of(MEN, TABLE, new Group(code, "line 2", GroupKind.MEN));
            without.when(
                            new ChangeGroupingPlan(
                                    OP,
                                    new StatedPlan("q", groups, List.of(MEN_ADULT), "TABLE"),
                                    REASON),
                            OFFICER)
                    .thenRefused("L2");
        }
    }

    @Test
    void L2_nobody_else_waits_where_men_do_or_did() {
        var now = open().given(changed(MEN, WOMEN, TABLE));
        String men = MEN.line();
        for (List<Group> groups :
                List.of(
                        List.of(MEN, new Group("WOMEN", men, GroupKind.WOMEN_AND_CHILDREN), TABLE),
                        List.of(
                                new Group("MEN", WOMEN.line(), GroupKind.MEN),
                                new Group("WOMEN", men, GroupKind.WOMEN_AND_CHILDREN),
                                TABLE),
                        List.of(
                                WOMEN,
                                new Group("BOYS", men.toUpperCase(Locale.ROOT), GroupKind.FAMILY),
                                TABLE),
                        List.of(
                                new Group("MEN", men, GroupKind.MEN),
                                new Group("NEW", " " + men + " - ", GroupKind.UNDETERMINED),
                                TABLE))) {
            now.when(
                            new ChangeGroupingPlan(
                                    OP, new StatedPlan("q", groups, List.of(), "TABLE"), REASON),
                            OFFICER)
                    .thenRefused("L2");
        }
        now.when(
                        new ChangeGroupingPlan(
                                OP,
                                new StatedPlan(
                                        "q",
                                        List.of(
                                                new Group("MEN", "line 9", GroupKind.MEN),
                                                WOMEN,
                                                TABLE),
                                        List.of(MEN_ADULT),
                                        "TABLE"),
                                REASON),
                        OFFICER)
                .thenAccepted();
    }

    @Test
    void L2_a_line_that_was_of_both_in_an_old_log_stays_what_it_is() {
        Group women = new Group("MEN", "line 1", GroupKind.WOMEN_AND_CHILDREN);
        var old = open().given(changed(MEN, TABLE), changed(women, TABLE));
        for (Group group : List.of(women, MEN)) {
            var changed =
                    old.when(
                            new ChangeGroupingPlan(
                                    OP,
                                    new StatedPlan("q", List.of(group, TABLE), List.of(), "TABLE"),
                                    REASON),
                            OFFICER);
            if (group == MEN) {
                changed.thenRefused("L2");
            } else {
                changed.thenAccepted();
            }
        }
    }

    private static GroupingPlanChanged changed(Group... groups) {
        return new GroupingPlanChanged(
                OP, new GroupingPlan("p", List.of(groups), List.of(MEN_ADULT), "TABLE"), REASON);
    }

    private static void refused(String rule, String detail, StatedPlan plan) {
        var decided = open().when(new ChangeGroupingPlan(OP, plan, REASON), OFFICER);
        decided.thenRefused(rule);
        assertThat(decided.refusal().violations())
                .anySatisfy(violation -> assertThat(violation.detail()).contains(detail));
    }

    private static void accepted(StatedPlan plan) {
        open().when(new ChangeGroupingPlan(OP, plan, REASON), OFFICER)
                .then(
                        new GroupingPlanChanged(
                                OP,
                                new GroupingPlan(plan.id(), plan.groups(), plan.rules(), "TABLE"),
                                REASON));
    }

    private static StatedPlan plan(@Nullable String otherwise, GroupingRule... rules) {
        return new StatedPlan("p", List.of(MEN, WOMEN, TABLE), List.of(rules), otherwise);
    }

    private static GroupingRule rule(
            String id, String group, @Nullable Sex sex, @Nullable AgeBand age) {
        return new GroupingRule(
                id, group, sex == null ? List.of() : List.of(sex), age, List.of(), List.of());
    }

    private static GroupingRule nationals(String id, List<String> of, List<String> notOf) {
        return new GroupingRule(id, "WOMEN", List.of(), AgeBand.ADULT, of, notOf);
    }
}
