package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.FacilityCommand.ApproveFacilityChange;
import org.orangeline.placement.FacilityCommand.RequestFacilityChange;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** Who runs a facility, and whether people may leave it, is changed by two humans (P9 to P14). */
class FacilityChangeTest {

    private static final Instant LATER = NOON.plus(Duration.ofDays(30));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> sheltered =
            open().given(adult(PERSON))
                    .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                    .at(LATER);

    private static RequestFacilityChange ask(@Nullable String authority, boolean mayLeave) {
        return new RequestFacilityChange(OP, "camp", authority, mayLeave, WHY, null);
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> approved(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            RequestFacilityChange asked) {
        var request = before.when(asked, OFFICER);
        UUID change = request.event(FacilityChangeRequested.class).changeId();
        return before.by(OFFICER)
                .given(request.events())
                .when(new ApproveFacilityChange(OP, "camp", change), OTHER_OFFICER);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> changed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            RequestFacilityChange asked) {
        return before.by(OTHER_OFFICER).given(approved(before, asked).events());
    }

    private static Facility camp(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own().operation(OP).facility("camp").orElseThrow();
    }

    private static Placement placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own().operation(OP).placement(placementOf(PERSON)).orElseThrow();
    }

    private static List<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return Duties.of(placement(now), now.known().operation(OP)).toList();
    }

    private static List<String> questioned(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided) {
        return decided.events().stream()
                .filter(PlacementQuestioned.class::isInstance)
                .flatMap(event -> ((PlacementQuestioned) event).rules().stream())
                .toList();
    }

    @Test
    void P9_P10_two_humans_change_who_runs_a_facility_and_whether_people_may_leave_it() {
        sheltered.when(ask("IRQ", false), ROBOT).thenRefused("S6");
        sheltered.when(ask("ARMY", true), OFFICER).thenRefused("P9");
        sheltered.when(ask(null, true), OFFICER).thenConflict();
        var request = sheltered.when(ask("IRQ", false), OFFICER);
        var asked = sheltered.by(OFFICER).given(request.events());
        assertThat(camp(asked).mayLeave()).isTrue();
        var approve =
                new ApproveFacilityChange(
                        OP, "camp", request.event(FacilityChangeRequested.class).changeId());
        asked.when(approve, OFFICER).thenRefused("P10");
        asked.when(approve, ROBOT).thenRefused("S6");
        asked.when(new ApproveFacilityChange(OP, "prison", approve.changeId()), OTHER_OFFICER)
                .thenNotFound();
        var decided = asked.when(approve, OTHER_OFFICER);
        assertThat(decided.event(FacilityChanged.class).requestedBy()).isEqualTo(OFFICER.text());
        var after = asked.given(decided.events());
        assertThat(camp(after).mayLeave()).isFalse();
        assertThat(camp(after).authority()).isEqualTo("IRQ");
        after.when(approve, OTHER_OFFICER).thenNotFound();
    }

    @Test
    void P10_P11_P12_the_clocks_begin_when_the_gates_were_locked_or_when_somebody_came_later() {
        Instant locked = LATER.minus(Duration.ofDays(2));
        assertThat(sheltered.when(lockedAt(LATER.plus(Duration.ofHours(1))), OFFICER).refusal())
                .extracting(Refusal::detail)
                .asString()
                .contains("future");
        var since = changed(sheltered, lockedAt(locked));
        assertThat(placement(since).custodySince()).isEqualTo(locked);
        assertThat(duties(since))
                .extracting(Duty::kind, Duty::due)
                .contains(tuple(DutyKind.REVIEW, locked.plus(Duration.ofHours(72))));
        var before = changed(sheltered, lockedAt(NOON.minus(Duration.ofDays(90))));
        assertThat(placement(before).custodySince()).isEqualTo(placement(sheltered).happenedAt());
    }

    @Test
    void P10_a_change_cannot_have_been_before_the_one_before_it() {
        var locked = changed(sheltered, lockedAt(LATER.minus(Duration.ofDays(2))));
        var ask =
                new RequestFacilityChange(
                        OP, "camp", null, true, WHY, LATER.minus(Duration.ofDays(3)));
        assertThat(locked.commandId("open").when(ask, OFFICER).refusal().detail())
                .contains("the change before it");
    }

    @Test
    void P19_a_civilian_behind_locked_gates_is_to_be_free_since_they_were_locked() {
        Instant locked = LATER.minus(Duration.ofDays(2));
        var civilian =
                sheltered.given(concluded(PERSON, Finding.CIVILIAN)).at(LATER.plusSeconds(1));
        assertThat(duties(changed(civilian, lockedAt(locked))))
                .filteredOn(duty -> duty.kind() == DutyKind.RELEASE)
                .extracting(Duty::due)
                .containsExactly(LATER.plus(Duration.ofHours(24)));
    }

    private static RequestFacilityChange lockedAt(Instant at) {
        return new RequestFacilityChange(OP, "camp", null, false, WHY, at);
    }

    @Test
    void P10_P11_P12_the_clocks_begin_where_nobody_may_leave_any_more() {
        assertThat(duties(sheltered)).isEmpty();
        var locked = changed(sheltered, ask(null, false));
        assertThat(duties(locked))
                .extracting(Duty::kind, Duty::due)
                .containsExactlyInAnyOrder(
                        tuple(DutyKind.REASONS, LATER.plus(Duration.ofHours(24))),
                        tuple(DutyKind.REVIEW, LATER.plus(Duration.ofHours(72))),
                        tuple(DutyKind.CARD, LATER.plus(Duration.ofDays(7))),
                        tuple(DutyKind.BUREAU_NOTICE, LATER.plus(Duration.ofDays(14))));
        assertThat(placement(locked).custodySince()).isEqualTo(LATER);
        var late = locked.at(LATER.plus(Duration.ofDays(4)));
        assertThat(late.reactions(PERSON.toString()))
                .anyMatch(reaction ->
                        reaction.command() instanceof ReportOverdue report
                                && report.kind() == DutyKind.REVIEW);
        assertThat(new PlacementModel().ownConcernsEverybody(FacilityChanged.class)).isTrue();
    }

    @Test
    void P10_where_people_may_leave_again_custody_ends_but_the_bureau_is_told() {
        var locked = changed(sheltered, ask(null, false));
        var open = changed(locked.at(LATER.plusSeconds(60)).commandId("open"), ask(null, true));
        assertThat(duties(open)).extracting(Duty::kind).containsExactly(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P10_who_is_detained_there_is_held_as_before() {
        var held =
                open().given(
                                adult(PERSON),
                                concluded(
                                        PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .at(LATER);
        assertThat(duties(changed(held, ask(null, false)))).isEqualTo(duties(held));
    }

    @Test
    void P10_an_order_of_shelter_there_is_an_order_into_custody_from_then_on() {
        var waiting = open().given(adult(PERSON));
        var ordered =
                waiting.by(OFFICER).given(waiting.when(shelter(PERSON, "camp"), OFFICER).events());
        Placement before = ordered.own().operation(OP).openPlacement(PERSON).orElseThrow();
        assertThat(before.held()).isFalse();
        Placement after =
                changed(ordered, ask(null, false))
                        .own()
                        .operation(OP)
                        .openPlacement(PERSON)
                        .orElseThrow();
        assertThat(after.held()).isTrue();
        // Custody began in the line, and its clocks go on.
        assertThat(after.custodySince()).isEqualTo(NOON.minusSeconds(3600));
        assertThat(after.duties().review()).isNotNull();
    }

    @Test
    void P9_whoever_another_authority_takes_over_is_questioned_unless_assessed() {
        assertThat(questioned(approved(sheltered, ask("IRQ", true)))).containsExactly("P9");
        var safe = sheltered.by(OTHER_OFFICER).given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        assertThat(questioned(approved(safe, ask("IRQ", true)))).isEmpty();
        var risk = sheltered.by(OTHER_OFFICER).given(assessed(PERSON, Risk.RISK));
        assertThat(questioned(approved(risk, ask("IRQ", true)))).containsExactly("P9");
        var theirs = changed(sheltered, ask("IRQ", true));
        assertThat(questioned(approved(theirs.commandId("back"), ask(null, true)))).isEmpty();
    }

    @Test
    void P13_P14_a_civilian_whom_nobody_lets_leave_any_more_is_questioned_and_to_be_free() {
        var civilian = sheltered.given(concluded(PERSON, Finding.CIVILIAN));
        assertThat(questioned(approved(civilian, ask(null, false)))).containsExactly("P13");
        assertThat(duties(changed(civilian, ask(null, false))))
                .extracting(Duty::kind)
                .contains(DutyKind.RELEASE);
    }

    @Test
    void P18_a_fact_that_was_none_leaves_the_person_held_where_nobody_may_leave() {
        var released =
                sheltered
                        .by(OFFICER)
                        .given(
                                sheltered
                                        .when(Given.release(placementOf(PERSON), PERSON), OFFICER)
                                        .events());
        var locked = changed(released.commandId("lock"), ask(null, false));
        Placement before =
                Objects.requireNonNull(Objects.requireNonNull(placement(locked).undo()).before());
        assertThat(before.held()).isTrue();
    }
}
