package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.inFamily;
import static org.orangeline.screening.Given.linked;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.nationalityCorrected;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.unlinked;
import static org.orangeline.screening.Given.unmerged;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** Facts that change after the line was given: the line officer is told, and nobody is moved. */
class LineSuggestionTest {

    private static final SuggestLine SUGGEST = new SuggestLine(OP, PERSON);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> child =
            open().given(
                            arrived(PERSON, Sex.MALE, 6, 8, "SYR"),
                            new GroupAssigned(
                                    PERSON, "IS_WOMEN", "women's line 1", "other-children"));

    @Test
    void L1_a_correction_after_which_the_plan_says_another_line_is_raised_once() {
        var corrected = man.given(nationalityCorrected(PERSON, "IRQ"));
        assertThat(suggestions(corrected, PERSON))
                .containsExactly(
                        new Reaction<ScreeningCommand>(
                                "WhenFactsChangedThenSuggestLine",
                                SUGGEST,
                                corrected.log().getLast().envelope().id()));
        var suggested =
                corrected
                        .when(SUGGEST, MACHINE)
                        .then(
                                new OtherLineSuggested(
                                        PERSON, "SYRIAN_MEN", "IRAQI_MEN", "iraqi-men"));
        assertThat(suggested.own().place(OP, PERSON).orElseThrow().group())
                .as("nobody is moved silently")
                .isEqualTo("SYRIAN_MEN");
        assertThat(suggested.own().suggestion(OP, PERSON)).isPresent();
        assertThat(suggested.reactions(PERSON.toString()))
                .noneMatch(reaction -> reaction.command() instanceof SuggestLine);
    }

    @Test
    void a_correction_that_no_line_hangs_on_is_not_raised() {
        var wounded = man.given(needsCorrected(PERSON, Needs.WOUNDED));
        assertThat(suggestions(wounded, PERSON)).isEmpty();
        wounded.when(SUGGEST, MACHINE).thenConflict();
        assertThat(suggestions(man.given(ageCorrected(PERSON, 50, 60)), PERSON)).isEmpty();
    }

    @Test
    void L2_a_child_that_a_correction_finds_among_men_is_raised_for_L2() {
        man.given(ageCorrected(PERSON, 14, 15))
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "IS_WOMEN", "L2"));
    }

    @Test
    void a_move_settles_a_suggestion() {
        var moved =
                raised().when(move("IRAQI_MEN"), LINE_OFFICER)
                        .then(
                                new GroupReassigned(
                                        PERSON,
                                        "SYRIAN_MEN",
                                        "IRAQI_MEN",
                                        "orange line 2",
                                        Confidential.of("looked at"),
                                        null));
        assertThat(moved.own().suggestion(OP, PERSON)).isEmpty();
        assertThat(moved.reactions(PERSON.toString()))
                .noneMatch(reaction -> reaction.command() instanceof SuggestLine);
    }

    @Test
    void to_stay_settles_a_suggestion_and_the_wait_goes_on() {
        Place before = raised().own().place(OP, PERSON).orElseThrow();
        var stays =
                raised().at(Scenario.NOON.plusSeconds(3600))
                        .when(move("SYRIAN_MEN"), LINE_OFFICER)
                        .then(
                                new GroupReassigned(
                                        PERSON,
                                        "SYRIAN_MEN",
                                        "SYRIAN_MEN",
                                        "orange line 1",
                                        Confidential.of("looked at"),
                                        null));
        Place place = stays.own().place(OP, PERSON).orElseThrow();
        assertThat(place.assignedAt()).isEqualTo(before.assignedAt());
        assertThat(place.moves()).isZero();
        assertThat(stays.own().suggestion(OP, PERSON)).isEmpty();
        assertThat(stays.reactions(PERSON.toString()))
                .noneMatch(reaction -> reaction.command() instanceof SuggestLine);
    }

    @Test
    void a_later_correction_is_another_cause() {
        var stays =
                raised().given(
                                new GroupReassigned(
                                        PERSON,
                                        "SYRIAN_MEN",
                                        "SYRIAN_MEN",
                                        "orange line 1",
                                        Confidential.of("looked at"),
                                        null));
        stays.given(nationalityCorrected(PERSON, "FRA"))
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "FOREIGN_MEN", "foreign-men"));
    }

    @Test
    void a_changed_plan_is_used_for_later_assignments_only() {
        var replanned =
                man.given(
                        new GroupingPlanChanged(
                                OP, allTo("EVERYBODY"), Confidential.of("too crowded")));
        assertThat(suggestions(replanned, PERSON)).isEmpty();
        assertThat(suggestions(replanned.given(ageCorrected(PERSON, 31, 41)), PERSON))
                .as("the plan of the day of the assignment would leave the person there")
                .isEmpty();
        replanned
                .given(arrived(MOTHER, Sex.FEMALE, 30, 40, "SYR"))
                .when(new ScreeningCommand.AssignGroup(OP, MOTHER), MACHINE)
                .then(new GroupAssigned(MOTHER, "EVERYBODY", "one line", "all"));
        replanned.when(move("IRAQI_MEN"), LINE_OFFICER).thenNotFound();
        replanned
                .given(nationalityCorrected(PERSON, "IRQ"))
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "EVERYBODY", "all"));
    }

    @Test
    void a_correction_that_meant_nothing_by_its_plan_means_nothing_by_a_later_one() {
        var corrected =
                man.given(
                        new GroupingPlanChanged(OP, allTo("SYRIAN_MEN"), Confidential.of("rain")),
                        nationalityCorrected(PERSON, "IRQ"));
        assertThat(suggestions(corrected, PERSON)).isEmpty();
        var later =
                corrected.given(
                        new GroupingPlanChanged(OP, allTo("EVERYBODY"), Confidential.of("sun")));
        assertThat(suggestions(later, PERSON)).isEmpty();
        later.when(SUGGEST, MACHINE).thenConflict();
    }

    @Test
    void L2_a_mother_who_comes_later_makes_a_suggestion_for_her_child() {
        var mother =
                open().given(
                                inFamily(arrived(PERSON, Sex.MALE, 6, 8, "SYR"), FamilyRole.CHILD),
                                new GroupAssigned(
                                        PERSON, "IS_WOMEN", "women's line 1", "other-children"),
                                inFamily(
                                        arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"),
                                        FamilyRole.PARENT));
        assertThat(suggestions(mother, MOTHER)).as("before she has a line").isEmpty();
        var inLine = mother.given(mothersLine("IRAQI_WOMEN"));
        assertThat(suggestions(inLine, MOTHER)).hasSize(1);
        inLine.when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "IS_WOMEN", "IRAQI_WOMEN", "L2"));
        assertThat(suggestions(mother.given(mothersLine("IS_WOMEN")), MOTHER)).isEmpty();
    }

    @Test
    void L2_a_child_who_comes_later_makes_a_suggestion_for_its_father() {
        var father =
                open().given(
                                inFamily(
                                        arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                        FamilyRole.PARENT),
                                new GroupAssigned(
                                        PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));
        var withChild =
                father.given(inFamily(arrived(MOTHER, Sex.MALE, 6, 8, "SYR"), FamilyRole.CHILD));
        assertThat(suggestions(withChild, MOTHER)).hasSize(1);
        withChild
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "SYRIAN_MEN", "FAMILY", "L2"));
    }

    @Test
    void L2_a_mother_who_comes_later_makes_a_suggestion_for_the_father_who_waited_with_the_child() {
        var father =
                open().given(
                                inFamily(arrived(OTHER, Sex.FEMALE, 6, 8, "SYR"), FamilyRole.CHILD),
                                inFamily(
                                        arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                        FamilyRole.PARENT),
                                new GroupAssigned(OTHER, "FAMILY", "family line", "L2"),
                                new GroupAssigned(PERSON, "FAMILY", "family line", "L2"));
        assertThat(suggestions(father, PERSON)).isEmpty();
        father.given(inFamily(arrived(MOTHER, Sex.FEMALE, 25, 30, "SYR"), FamilyRole.PARENT))
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "FAMILY", "SYRIAN_MEN", "syrian-men"));
    }

    @Test
    void L2_a_family_link_across_the_lines_is_raised_and_its_end_as_well() {
        var apart =
                child.given(arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"), mothersLine("IRAQI_WOMEN"));
        assertThat(suggestions(apart, PERSON)).isEmpty();
        var found = apart.given(linked(MOTHER, PERSON, FamilyRole.CHILD));
        assertThat(suggestions(found, MOTHER)).hasSize(1);
        var suggested = found.when(SUGGEST, MACHINE);
        suggested.then(new OtherLineSuggested(PERSON, "IS_WOMEN", "IRAQI_WOMEN", "L2"));
        found.given(
                        new GroupReassigned(
                                PERSON,
                                "IS_WOMEN",
                                "IRAQI_WOMEN",
                                "women's line 2",
                                Confidential.of("her child"),
                                null))
                .given(unlinked(MOTHER, PERSON))
                .when(SUGGEST, MACHINE)
                .then(new OtherLineSuggested(PERSON, "IRAQI_WOMEN", "IS_WOMEN", "other-children"));
    }

    @Test
    void nothing_is_raised_about_a_registration_that_was_merged_until_it_counts_again() {
        var other =
                man.given(arrived(MOTHER, Sex.MALE, 30, 40, "SYR"), mothersLine("SYRIAN_MEN"))
                        .given(nationalityCorrected(PERSON, "IRQ"))
                        .given(merged(MOTHER, PERSON));
        assertThat(suggestions(other, PERSON)).isEmpty();
        assertThat(suggestions(other, MOTHER)).isEmpty();
        assertThat(suggestions(other.given(unmerged(MOTHER, PERSON)), MOTHER)).hasSize(1);
    }

    private Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> raised() {
        return man.given(
                nationalityCorrected(PERSON, "IRQ"),
                new OtherLineSuggested(PERSON, "SYRIAN_MEN", "IRAQI_MEN", "iraqi-men"));
    }

    private static List<Reaction<ScreeningCommand>> suggestions(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            UUID subject) {
        return scenario.reactions(subject.toString()).stream()
                .filter(reaction -> reaction.command() instanceof SuggestLine)
                .toList();
    }

    private static ReassignGroup move(String group) {
        return new ReassignGroup(OP, PERSON, group, Confidential.of("looked at"), null);
    }

    private static GroupAssigned mothersLine(String group) {
        return new GroupAssigned(MOTHER, group, "women's line 2", "test");
    }

    private static GroupingPlan allTo(String group) {
        return new GroupingPlan(
                "one-line",
                List.of(
                        new Group(group, "one line", GroupKind.WOMEN_AND_CHILDREN),
                        new Group("TABLE", "table", GroupKind.UNDETERMINED)),
                List.of(new GroupingRule("all", group, List.of(), null, List.of(), List.of())),
                "TABLE");
    }
}
