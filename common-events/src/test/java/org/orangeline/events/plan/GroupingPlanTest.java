package org.orangeline.events.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Sex;

class GroupingPlanTest {

    private static final Group MEN = new Group("MEN", "line 1", GroupKind.MEN);
    private static final Group TABLE = new Group("TABLE", "table", GroupKind.UNDETERMINED);

    @Test
    void a_plan_finds_its_groups_by_code() {
        var plan = new GroupingPlan("p", List.of(MEN, TABLE), List.of(rule("r", "MEN")), "TABLE");

        assertThat(plan.group("MEN")).contains(MEN);
        assertThat(plan.group("WOMEN")).isEmpty();
    }

    @Test
    void a_group_that_stands_twice_is_refused() {
        refused(List.of(MEN, TABLE, MEN), List.of(), "TABLE");
    }

    @Test
    void a_rule_that_stands_twice_is_refused() {
        refused(List.of(MEN, TABLE), List.of(rule("r", "MEN"), rule("r", "TABLE")), "TABLE");
    }

    @Test
    void a_rule_for_a_group_that_the_plan_does_not_have_is_refused() {
        refused(List.of(MEN, TABLE), List.of(rule("r", "WOMEN")), "TABLE");
    }

    @Test
    void otherwise_must_be_a_group_where_an_officer_looks() {
        refused(List.of(MEN, TABLE), List.of(), "MEN");
        refused(List.of(MEN, TABLE), List.of(), "NOWHERE");
        refused(List.of(), List.of(), "TABLE");
    }

    @Test
    void a_rule_without_conditions_fits_everyone() {
        var rule = rule("r", "MEN");

        assertThat(rule.fits(Sex.UNKNOWN, AgeBand.CHILD, Set.of())).isTrue();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("SYR"))).isTrue();
    }

    @Test
    void a_rule_fits_when_all_its_conditions_do() {
        var rule =
                new GroupingRule(
                        "r", "MEN", List.of(Sex.MALE), AgeBand.ADULT, List.of("SYR"), List.of());

        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("IRQ", "SYR"))).isTrue();
        assertThat(rule.fits(Sex.FEMALE, AgeBand.ADULT, Set.of("SYR"))).isFalse();
        assertThat(rule.fits(Sex.MALE, AgeBand.CHILD, Set.of("SYR"))).isFalse();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("IRQ"))).isFalse();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of())).isFalse();
    }

    @Test
    void any_other_country_needs_a_country() {
        var rule = new GroupingRule("r", "MEN", List.of(), null, List.of(), List.of("SYR", "IRQ"));

        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("FRA"))).isTrue();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("XKX"))).isTrue();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("YUG"))).isTrue();
        for (String none : List.of("STATELESS", "XXA", "XXB", "XXC", "XXX", "UNO", "EUE", "XOM")) {
            assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of(none))).as(none).isFalse();
            assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of(none, "FRA"))).isTrue();
        }
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("FRA", "UNKNOWN"))).isTrue();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("FRA", "IRQ"))).isFalse();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("UNKNOWN"))).isFalse();
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of())).isFalse();
    }

    @Test
    void codes_that_mean_the_same_fit_the_same() {
        var rule =
                new GroupingRule(
                        "r", "MEN", List.of(), null, List.of("STATELESS", "RKS"), List.of());
        for (String code : List.of("STATELESS", "XXA", "RKS", "XKX", "UNK")) {
            assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of(code))).as(code).isTrue();
        }
        assertThat(rule.fits(Sex.MALE, AgeBand.ADULT, Set.of("XXB"))).isFalse();
    }

    private static GroupingRule rule(String id, String group) {
        return new GroupingRule(id, group, List.of(), null, List.of(), List.of());
    }

    private static void refused(List<Group> groups, List<GroupingRule> rules, String otherwise) {
        assertThatThrownBy(() -> new GroupingPlan("p", groups, rules, otherwise))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
