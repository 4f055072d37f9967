package org.orangeline.screening.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.arrivedAt;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.unmerged;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.lines.Flow;
import org.orangeline.screening.screening.Screening;

class ScreeningQueueTest {

    private static final UUID FIRST = new UUID(0x7000, 11);
    private static final UUID SECOND = new UUID(0x7000, 12);
    private static final UUID THIRD = new UUID(0x7000, 13);
    private static final Instant LATER = Scenario.NOON.plus(Duration.ofHours(1));

    /** Longer than any profile lets an UNDETERMINED person wait. */
    private static final Instant MUCH_LATER = Scenario.NOON.plus(Duration.ofDays(365));

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> three =
            inLine(man(FIRST), man(SECOND), man(THIRD));

    @Test
    void who_waits_longest_comes_first_and_the_vulnerable_before() {
        assertThat(queue(three, LATER)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(
                        queue(
                                in(
                                        "UNDETERMINED",
                                        man(FIRST),
                                        withNeeds(man(SECOND), Needs.WOUNDED),
                                        arrived(THIRD, Sex.MALE, 16, 20, "SYR")),
                                LATER))
                .containsExactly(SECOND, THIRD, FIRST);
    }

    @Test
    void L2_a_child_among_men_comes_before_the_vulnerable() {
        assertThat(
                        queue(
                                inLine(withNeeds(man(FIRST), Needs.WOUNDED), man(SECOND))
                                        .given(ageCorrected(SECOND, 14, 15)),
                                LATER))
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void what_is_recommended_or_settled_waits_for_nobody_here() {
        assertThat(queue(three.given(recommended(FIRST, Finding.CIVILIAN)), LATER))
                .containsExactly(SECOND, THIRD);
        var concluded =
                three.given(
                        recommended(FIRST, Finding.CIVILIAN), concluded(FIRST, Finding.CIVILIAN));
        assertThat(queue(concluded, LATER)).containsExactly(SECOND, THIRD);
        assertThat(
                        queue(
                                concluded.given(
                                        new ScreeningReopened(FIRST, THIRD, Confidential.of("?"))),
                                LATER))
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void undetermined_is_screened_again_and_first_of_all_when_overdue() {
        var again =
                three.given(
                        recommended(THIRD, Finding.UNDETERMINED),
                        concluded(THIRD, Finding.UNDETERMINED));
        assertThat(queue(again, LATER)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(queue(again, MUCH_LATER)).containsExactly(THIRD, FIRST, SECOND);
        assertThat(all(again, MUCH_LATER).getFirst().screenAgainBy()).isNotNull();
    }

    @Test
    void who_is_held_is_still_questioned_and_who_is_gone_is_not() {
        assertThat(
                        queue(
                                three.given(
                                        new PlacedInDetention(
                                                FIRST, THIRD, "camp-1", Basis.INTERNMENT, null)),
                                LATER))
                .containsExactly(FIRST, SECOND, THIRD);
        for (DomainEvent gone : new DomainEvent[] {left(FIRST), died(FIRST)}) {
            assertThat(queue(three.given(gone), LATER)).containsExactly(SECOND, THIRD);
        }
    }

    @Test
    void a_merged_registration_is_in_no_list_and_counts_nowhere_until_it_is_taken_back() {
        var merged = three.given(merged(SECOND, FIRST));
        assertThat(queue(merged, LATER)).containsExactly(SECOND, THIRD);
        Counts counts = new Census().of(OP, merged.own(), merged.known());
        assertThat(counts.registered()).isEqualTo(2);
        assertThat(counts.screenings()).containsEntry(Screening.Status.NONE, 2);
        var again = merged.given(unmerged(SECOND, FIRST));
        assertThat(all(again, LATER)).isEqualTo(all(three, LATER));
        assertThat(new Census().of(OP, again.own(), again.known()))
                .isEqualTo(new Census().of(OP, three.own(), three.known()));
    }

    @Test
    void L4_who_came_first_is_questioned_first_whenever_it_was_recorded() {
        var early = Scenario.NOON.minus(Duration.ofHours(20));
        assertThat(all(inLine(man(FIRST), arrivedAt(early, man(SECOND))), LATER))
                .extracting(one -> one.person().personId())
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void S4_who_has_to_be_cleared_first_is_marked() {
        assertThat(all(inLine(withNeeds(man(FIRST), Needs.MEDICAL_URGENT)), LATER))
                .extracting(ToScreen::toBeCleared)
                .containsExactly(true);
    }

    @Test
    void findings_are_counted_while_they_stand() {
        var concluded =
                three.given(
                        recommended(FIRST, Finding.CIVILIAN), concluded(FIRST, Finding.CIVILIAN));
        assertThat(new Census().of(OP, concluded.own(), concluded.known()).findings())
                .containsEntry(Finding.CIVILIAN, 1)
                .containsEntry(Finding.FIGHTER, 0);
        var reopened = concluded.given(new ScreeningReopened(FIRST, THIRD, Confidential.of("?")));
        assertThat(new Census().of(OP, reopened.own(), reopened.known()).findings())
                .containsEntry(Finding.CIVILIAN, 0);
        assertThat(reopened.own().operation(OP).flow().get("2019-03-01T12:00:00Z"))
                .isEqualTo(new Flow(3, 1));
    }

    private static List<UUID> queue(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> at, Instant now) {
        return all(at, now).stream().map(one -> one.person().personId()).toList();
    }

    private static List<ToScreen> all(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> at, Instant now) {
        return new ScreeningQueue().of(OP, at.own(), at.known(), now);
    }

    private static PersonArrived man(UUID id) {
        return arrived(id, Sex.MALE, 30, 40, "SYR");
    }

    private static FindingRecommended recommended(UUID person, Finding finding) {
        return new FindingRecommended(person, THIRD, finding, List.of(), List.of(), "screener");
    }

    private static ScreeningConcluded concluded(UUID person, Finding finding) {
        return new ScreeningConcluded(
                person,
                THIRD,
                finding,
                List.of(),
                List.of(),
                "screener",
                "approver",
                Confidential.of("checked"),
                null);
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> inLine(
            PersonArrived... persons) {
        return in("SYRIAN_MEN", persons);
    }

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> in(
            String group, PersonArrived... persons) {
        var scenario = open();
        for (int i = 0; i < persons.length; i++) {
            scenario =
                    scenario.at(Scenario.NOON.plusSeconds(60L * i))
                            .given(
                                    persons[i],
                                    new GroupAssigned(
                                            persons[i].personId(), group, "line", "test"));
        }
        return scenario;
    }
}
