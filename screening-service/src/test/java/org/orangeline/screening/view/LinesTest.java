package org.orangeline.screening.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.TODAY;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.arrivedAt;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

class LinesTest {

    private static final GroupingPlan PLAN = BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow();
    private static final UUID FIRST = new UUID(0x7000, 11);
    private static final UUID SECOND = new UUID(0x7000, 12);
    private static final UUID THIRD = new UUID(0x7000, 13);

    private final Lines lines = new Lines();

    @Test
    void every_line_of_the_plan_is_counted() {
        var scenario = minutesApart(man(FIRST), man(SECOND), man(THIRD));
        var counts = lines.counts(OP, scenario.own(), scenario.known());
        assertThat(counts)
                .extracting(LineCount::group)
                .containsExactlyElementsOf(PLAN.groups().stream().map(Group::code).toList());
        assertThat(counts.getFirst())
                .isEqualTo(new LineCount("SYRIAN_MEN", "orange line 1", 3, Scenario.NOON));
        assertThat(counts.get(1)).isEqualTo(new LineCount("IRAQI_MEN", "orange line 2", 0, null));
    }

    @Test
    void L4_who_came_first_waits_longest_whenever_it_was_recorded() {
        Instant early = Scenario.NOON.minus(Duration.ofHours(20));
        var scenario = minutesApart(man(FIRST), arrivedAt(early, man(SECOND)));
        assertThat(lines.counts(OP, scenario.own(), scenario.known()).getFirst().longestSince())
                .isEqualTo(early);
        assertThat(queue(scenario))
                .extracting(one -> one.person().personId(), Waiting::since)
                .containsExactly(tuple(SECOND, early), tuple(FIRST, Scenario.NOON));
        var merged = scenario.given(merged(FIRST, SECOND));
        assertThat(queue(merged))
                .extracting(one -> one.person().personId(), Waiting::since)
                .containsExactly(tuple(FIRST, early));
    }

    private List<Waiting> queue(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario) {
        return lines.queue(
                OP,
                PLAN.group("SYRIAN_MEN").orElseThrow(),
                scenario.own(),
                scenario.known(),
                TODAY);
    }

    @Test
    void who_was_admitted_somewhere_waits_no_more() {
        var scenario =
                minutesApart(man(FIRST), man(SECOND))
                        .given(
                                new PlacedInDetention(
                                        FIRST, THIRD, "prison-1", Basis.CRIMINAL_CUSTODY, null));
        assertThat(lines.counts(OP, scenario.own(), scenario.known()).getFirst())
                .isEqualTo(
                        new LineCount(
                                "SYRIAN_MEN", "orange line 1", 1, Scenario.NOON.plusSeconds(60)));
        assertThat(queue("SYRIAN_MEN", scenario)).containsExactly(SECOND);
    }

    @Test
    void vulnerable_people_come_first_then_who_waits_longest() {
        assertThat(
                        queue(
                                "SYRIAN_MEN",
                                minutesApart(
                                        man(FIRST),
                                        withNeeds(man(SECOND), Needs.WOUNDED),
                                        withNeeds(
                                                man(THIRD), Needs.WOUNDED, Needs.MEDICAL_URGENT))))
                .containsExactly(THIRD, SECOND, FIRST);
        assertThat(queue("SYRIAN_MEN", minutesApart(man(SECOND), man(FIRST))))
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void L2_in_doubt_comes_first_at_the_officers_table() {
        var scenario =
                in(
                        "UNDETERMINED",
                        withNeeds(man(FIRST), Needs.MEDICAL_URGENT),
                        arrived(SECOND, Sex.MALE, 16, 20, "SYR"));
        assertThat(queue("UNDETERMINED", scenario)).containsExactly(SECOND, FIRST);
    }

    @Test
    void L2_a_child_whom_a_correction_finds_among_men_comes_first() {
        var scenario =
                minutesApart(withNeeds(man(FIRST), Needs.MEDICAL_URGENT), man(SECOND))
                        .given(ageCorrected(SECOND, 14, 15));
        assertThat(queue("SYRIAN_MEN", scenario)).containsExactly(SECOND, FIRST);
    }

    @Test
    void a_queue_is_sorted_once_for_a_moment() {
        var scenario = minutesApart(man(FIRST), man(SECOND));
        assertThat(all("SYRIAN_MEN", scenario)).isSameAs(all("SYRIAN_MEN", scenario));
        assertThat(all("SYRIAN_MEN", minutesApart(man(FIRST)))).hasSize(1);
    }

    private List<UUID> queue(
            String group,
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> at) {
        return all(group, at).stream().map(waiting -> waiting.person().personId()).toList();
    }

    private List<Waiting> all(
            String group,
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> at) {
        return lines.queue(OP, PLAN.group(group).orElseThrow(), at.own(), at.known(), TODAY);
    }

    private static PersonArrived man(UUID id) {
        return arrived(id, Sex.MALE, 30, 40, "SYR");
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent>
            minutesApart(PersonArrived... persons) {
        return in("SYRIAN_MEN", persons);
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> in(
            String group, PersonArrived... persons) {
        var scenario = open();
        for (int i = 0; i < persons.length; i++) {
            Instant now = Scenario.NOON.plusSeconds(60L * i);
            boolean late = persons[i].arrivedAt().isBefore(Scenario.NOON);
            scenario =
                    scenario.at(now)
                            .given(
                                    late ? persons[i] : arrivedAt(now, persons[i]),
                                    new GroupAssigned(
                                            persons[i].personId(), group, "line", "test"));
        }
        return scenario;
    }
}
