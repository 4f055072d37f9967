package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.Scenario;

/** P18: what was recorded wrongly is taken back by two humans. */
class WithdrawalTest {

    /** Facts of each history that are taken back, whoever they are about. */
    private static final int FACTS = 8;

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final UUID ID = placementOf(MOTHER);

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family() {
        return open().given(mother(), child())
                .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                .given(placed(CHILD, "camp", Basis.ACCOMPANYING_FAMILY));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> after(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            PlacementCommand command) {
        return before.by(OFFICER).given(before.when(command, OFFICER).events());
    }

    private static ConfirmWithdrawal confirm(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> asked) {
        return new ConfirmWithdrawal(
                OP, ID, MOTHER, asked.event(WithdrawalRequested.class).withdrawalId());
    }

    private static RequestWithdrawal ask(String fact) {
        return new RequestWithdrawal(OP, ID, MOTHER, fact, WHY);
    }

    @Test
    void P18_a_death_that_was_none_is_withdrawn_by_two_humans() {
        var dead = after(family(), new RecordDeath(OP, ID, MOTHER, NOON, WHY));
        assertThat(questioned(dead, CHILD)).contains("P6");
        var asked = dead.when(ask("DiedInCustody"), OFFICER);
        UUID withdrawal = asked.event(WithdrawalRequested.class).withdrawalId();
        var waiting = dead.by(OFFICER).given(asked.events());
        var confirm = new ConfirmWithdrawal(OP, ID, MOTHER, withdrawal);
        waiting.when(ask("DiedInCustody"), OTHER_OFFICER).thenConflict();
        waiting.when(confirm, OFFICER).thenRefused("P18");
        waiting.when(confirm, OFFICER_ELSEWHERE).thenRefused("P18");
        waiting.when(confirm, ROBOT).thenRefused("S6");
        var taken = waiting.when(confirm, OTHER_OFFICER);
        assertThat(taken.event(FactWithdrawn.class).standing())
                .isEqualTo(FactWithdrawn.Standing.INSIDE);
        var alive = waiting.by(OTHER_OFFICER).given(taken.events());
        assertThat(alive.own().operation(OP).died()).isEmpty();
        assertThat(alive.own().operation(OP).openPlacement(MOTHER)).isPresent();
        assertThat(questioned(alive, CHILD)).isEmpty();
        waiting.by(OTHER_OFFICER).given(taken.events()).when(confirm, OTHER_OFFICER).thenConflict();
    }

    @Test
    void P18_P14_who_did_not_die_is_placeable_again_where_they_were_found_since() {
        var dead = after(family(), new RecordDeath(OP, ID, MOTHER, NOON, WHY));
        Instant later = NOON.plusSeconds(60);
        var found =
                after(
                        dead.at(later),
                        new RecordFoundInside(
                                OP, MOTHER, "prison", null, null, null, later, null, null, WHY));
        assertThat(questioned(found, MOTHER)).contains("P14");
        var asked = found.when(ask("DiedInCustody"), OFFICER);
        var waiting = found.by(OFFICER).given(asked.events());
        var taken = waiting.when(confirm(asked), OTHER_OFFICER);
        assertThat(taken.event(FactWithdrawn.class).standing())
                .isEqualTo(FactWithdrawn.Standing.OUTSIDE);
        var alive = waiting.by(OTHER_OFFICER).given(taken.events());
        assertThat(alive.own().operation(OP).died()).isEmpty();
        assertThat(placement(alive.own(), ID).status()).isEqualTo(Placement.Status.ENDED);
        assertThat(placement(alive.own(), ID).inquiry()).isNull();
        assertThat(alive.own().operation(OP).openPlacement(MOTHER).orElseThrow().facilityId())
                .isEqualTo("prison");
        assertThat(questioned(alive, MOTHER)).doesNotContain("P14", "P2");
        Placement there = alive.own().operation(OP).openPlacement(MOTHER).orElseThrow();
        Undo undo = Objects.requireNonNull(placement(dead.own(), ID).undo());
        Placement first = Objects.requireNonNull(undo.before());
        assertThat(there.custodySince()).isEqualTo(first.custodySince());
        assertThat(there.duties().review()).isEqualTo(first.duties().review());
        assertThat(placement(alive.own(), ID).duties().notice()).isNull();
        assertThat(there.duties().notice()).isNotNull();
        // Whoever died there is dead, whatever was recorded wrongly before.
        UUID stay = found.own().operation(OP).openPlacement(MOTHER).orElseThrow().placementId();
        var truly =
                waiting.at(later.plusSeconds(60))
                        .given(
                                waiting.when(new RecordDeath(OP, stay, MOTHER, later, WHY), OFFICER)
                                        .events());
        truly.when(confirm(asked), OTHER_OFFICER).thenConflict();
    }

    @Test
    void P12_P18_the_bureau_is_told_that_what_it_was_told_was_not_so() {
        var told =
                after(family(), new RecordEscape(OP, ID, MOTHER, NOON, WHY))
                        .given(new BureauNotified(MOTHER, ID, "camp", "N-1"));
        var asked = told.when(ask("Escaped"), OFFICER);
        var waiting = told.by(OFFICER).given(asked.events());
        var taken = waiting.when(confirm(asked), OTHER_OFFICER);
        assertThat(placement(taken.own(), ID).duties().notice()).isNotNull();
    }

    /** The clock itself reports what is overdue, in the time between two humans. */
    @Test
    void P18_a_withdrawal_waits_whatever_is_reported_meanwhile() {
        var escaped = after(family(), new RecordEscape(OP, ID, MOTHER, NOON, WHY));
        var asked = escaped.when(ask("Escaped"), OFFICER);
        escaped.by(OFFICER)
                .given(asked.events())
                .given(new BureauNotified(MOTHER, ID, "camp", "N-1"))
                .when(confirm(asked), OTHER_OFFICER)
                .thenAccepted();
    }

    @Test
    void P18_only_the_last_fact_can_be_withdrawn() {
        family().when(ask("DiedInCustody"), OFFICER).thenConflict();
        var away =
                after(
                        family(),
                        new StartAbsence(OP, ID, MOTHER, AbsenceReason.HOSPITAL, null, null));
        away.when(ask("PlacedInDetention"), OFFICER).thenConflict();
        assertThat(away.when(ask("AbsenceStarted"), OFFICER).events()).hasSize(1);
    }

    private static FactWithdrawn confirmed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            String fact) {
        var asked = now.when(ask(fact), OFFICER);
        UUID withdrawal = asked.event(WithdrawalRequested.class).withdrawalId();
        return now.by(OFFICER)
                .given(asked.events())
                .when(new ConfirmWithdrawal(OP, ID, MOTHER, withdrawal), OTHER_OFFICER)
                .event(FactWithdrawn.class);
    }

    /** The alarm of a machine is about the absence, and goes with it. */
    @Test
    void P18_an_absence_that_was_none_is_withdrawn_also_after_its_alarm() {
        var back = NOON.plusSeconds(3600);
        var away =
                after(family(), new StartAbsence(OP, ID, MOTHER, AbsenceReason.WORK, back, null));
        var late = away.at(back.plusSeconds(60));
        PlacementCommand raise =
                late.reactions(MOTHER.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(RaiseAbsence.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var missing = late.given(late.when(raise, ROBOT).events());
        assertThat(placement(missing.own(), ID).missing()).isNotNull();
        var right = missing.given(confirmed(missing, "AbsenceStarted"));
        Placement here = placement(right.own(), ID);
        assertThat(here.absence()).isNull();
        assertThat(here.missing()).isNull();
        assertThat(here.inquiry()).isNull();
        assertThat(here.duties().notice()).isNotNull();
        var found = after(missing, new RecordFound(OP, ID, MOTHER, back, WHY));
        assertThat(placement(found.given(confirmed(found, "AbsenceStarted")).own(), ID).missing())
                .isNull();
    }

    /** What a human saw at the roll check stays, whatever was recorded wrongly before. */
    @Test
    void P18_an_admission_that_was_none_is_withdrawn_also_after_a_roll_check() {
        var missing = after(family(), new ReportMissing(OP, ID, MOTHER, NOON, WHY));
        var right = missing.given(confirmed(missing, "PlacedInDetention"));
        Placement waits = placement(right.own(), ID);
        assertThat(waits.status()).isEqualTo(Placement.Status.ORDERED);
        assertThat(waits.missing()).isNotNull();
        assertThat(waits.undo()).isNull();
    }

    @Test
    void P18_who_is_placed_elsewhere_since_is_not_put_back() {
        var released = after(family(), Given.release(ID, MOTHER));
        var asked = released.when(ask("ReleasedFromDetention"), OFFICER);
        var again = released.by(OFFICER).given(asked.events());
        UUID other = new UUID(0x7000, 970);
        again.given(Given.ordered(MOTHER, other, "prison", Basis.VOLUNTARY_SHELTER))
                .when(confirm(asked), OTHER_OFFICER)
                .thenConflict();
    }

    @Test
    void P18_who_comes_back_into_a_full_place_is_over_its_capacity() {
        var released = after(family(), Given.release(ID, MOTHER));
        UUID other = new UUID(0x7000, 971);
        var full = released.given(Given.adult(other));
        full = full.given(full.when(shelter(other, "camp"), OFFICER).events());
        var asked = full.when(ask("ReleasedFromDetention"), OFFICER);
        var taken = full.by(OFFICER).given(asked.events()).when(confirm(asked), OTHER_OFFICER);
        assertThat(taken.event(PlacementQuestioned.class).rules()).contains("P1");
    }

    /** Over random histories: the state is as if the fact had not been recorded. */
    @Test
    void P18_a_withdrawn_fact_leaves_the_state_as_if_it_had_not_been() {
        IntStream.range(0, SEEDS)
                .forEach(seed -> {
                    try {
                        Random random = new Random(seed);
                        var life =
                                ModelHistory.of(new PlacementModel(), RandomLife::next)
                                        .steps(40 + random.nextInt(60))
                                        .restartsMayReact()
                                        .run(seed);
                        var before =
                                Scenario.of(new PlacementModel())
                                        .by(OTHER_OFFICER)
                                        .at(life.now())
                                        .given(life.log().stream().map(Recorded::event).toList());
                        List<CustodyOf> facts =
                                new ArrayList<>(
                                        before.own().operation(OP).placements().values().stream()
                                                .filter(one -> one.status().isOpen())
                                                .flatMap(one -> facts(one, life.now()))
                                                .toList());
                        Collections.shuffle(facts, random);
                        facts.stream()
                                .limit(FACTS)
                                .forEach(fact -> isAsIfItHadNotBeen(before, fact));
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
                    }
                });
    }

    private static Stream<CustodyOf> facts(Placement placement, java.time.Instant now) {
        UUID id = placement.placementId();
        UUID who = placement.personId();
        return Stream.of(
                        new RecordDeath(OP, id, who, now, WHY),
                        new RecordEscape(OP, id, who, now, WHY),
                        Given.release(id, who),
                        new AdmitPerson(OP, id, who, "inside", null),
                        new StartAbsence(OP, id, who, AbsenceReason.WORK, null, null),
                        new EndAbsence(OP, id, who, null))
                .map(command -> new CustodyOf(placement, (PlacementCommand) command));
    }

    private record CustodyOf(Placement placement, PlacementCommand command) {}

    private static void isAsIfItHadNotBeen(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            CustodyOf fact) {
        var decided = before.when(fact.command(), OFFICER);
        // What does not fit how the placement stands.
        if (decided.recorded().isEmpty()) {
            return;
        }
        List<PlacementEvent> events = decided.events();
        UUID id = fact.placement().placementId();
        UUID who = fact.placement().personId();
        var recorded = before.by(OFFICER).given(events);
        var asked =
                recorded.when(
                        new RequestWithdrawal(
                                OP, id, who, EventTypes.of(events.getFirst()).name(), WHY),
                        OFFICER);
        var waiting = recorded.by(OFFICER).given(asked.events());
        var taken =
                waiting.when(
                        new ConfirmWithdrawal(
                                OP, id, who, asked.event(WithdrawalRequested.class).withdrawalId()),
                        OTHER_OFFICER);
        assertThat(taken.events()).as(fact.toString()).isNotEmpty();
        OperationPlacements was = before.own().operation(OP);
        OperationPlacements is = taken.own().operation(OP);
        assertThat(is.facilities()).as(fact.toString()).isEqualTo(was.facilities());
        assertThat(is.open()).isEqualTo(was.open());
        assertThat(is.inside()).isEqualTo(was.inside());
        assertThat(is.coming()).isEqualTo(was.coming());
        assertThat(is.died()).isEqualTo(was.died());
        assertThat(is.proposals()).isEqualTo(was.proposals());
        assertThat(is.safeguards()).isEqualTo(was.safeguards());
        assertThat(bare(placement(taken.own(), id))).isEqualTo(bare(fact.placement()));
        assertThat(placement(taken.own(), id).questioned())
                .as("what does not hang on the fact")
                .containsAll(
                        fact.placement().questioned().stream()
                                .filter(rule -> rule.equals("P6") || rule.equals("P14"))
                                .toList());
    }

    /** Without what the withdrawal itself is told of. */
    private static Placement bare(Placement one) {
        DutyFacts duties = one.duties();
        return new Placement(
                one.placementId(),
                one.personId(),
                one.place(),
                one.previous(),
                one.basis(),
                one.terms(),
                one.custodySince(),
                one.custodyStartedBy(),
                one.freeBefore(),
                one.orderedAt(),
                one.orderedBy(),
                one.status(),
                one.since(),
                one.happenedAt(),
                one.seenAt(),
                one.held(),
                one.transfer(),
                one.absence(),
                one.missing(),
                one.inquiry(),
                new DutyFacts(
                        duties.began(),
                        duties.reasons(),
                        duties.card(),
                        duties.carded(),
                        List.of(),
                        duties.review(),
                        duties.reviewed(),
                        duties.appeals(),
                        duties.reported(),
                        duties.fromLine()),
                new org.orangeline.placement.orders.Questions(List.of()),
                one.changedBy(),
                one.liberty(),
                null,
                null);
    }

    private static Placement placement(PlacementState own, UUID id) {
        return own.operation(OP).placement(id).orElseThrow();
    }

    private static List<String> questioned(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return now.own().operation(OP).openPlacement(who).orElseThrow().questioned();
    }

    @Test
    void P18_an_earlier_stay_is_not_revived_under_a_later_one() {
        var escaped = after(family(), new RecordEscape(OP, ID, MOTHER, NOON, WHY));
        var asked = escaped.when(ask("Escaped"), OFFICER);
        UUID other = new UUID(0x7000, 972);
        escaped.by(OFFICER)
                .given(asked.events())
                .at(NOON.plusSeconds(60))
                .given(
                        Given.ordered(MOTHER, other, "prison", Basis.INTERNMENT),
                        new org.orangeline.events.placement.PlacedInDetention(
                                MOTHER, other, "prison", Basis.INTERNMENT, null),
                        new org.orangeline.events.placement.ReleasedFromDetention(
                                MOTHER,
                                other,
                                "prison",
                                Basis.INTERNMENT,
                                org.orangeline.events.Confidential.of("court"),
                                null,
                                null))
                .when(confirm(asked), OTHER_OFFICER)
                .thenConflict();
    }

    @Test
    void P18_what_the_fact_put_in_question_is_closed_with_it() {
        var waiting =
                open().given(Given.adult(MOTHER))
                        .given(Given.ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        var wrong =
                after(
                        waiting,
                        new CustodyCommand.RecordFoundInside(
                                OP, MOTHER, "prison", null, null, null, null, null, null, WHY));
        assertThat(questioned(wrong, MOTHER)).contains("P4");
        var asked = wrong.when(ask("FoundInside"), OFFICER);
        var taken = wrong.by(OFFICER).given(asked.events()).when(confirm(asked), OTHER_OFFICER);
        Placement again = placement(taken.own(), ID);
        assertThat(again.status()).isEqualTo(Placement.Status.ORDERED);
        assertThat(again.basis()).isEqualTo(Basis.VOLUNTARY_SHELTER);
        assertThat(again.questioned()).isEmpty();
    }
}
