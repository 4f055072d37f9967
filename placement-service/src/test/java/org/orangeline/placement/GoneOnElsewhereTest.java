package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** P18: a stay that did not end as it was told went on where the person was found since. */
class GoneOnElsewhereTest {

    private static final UUID OTHER = new UUID(0x7000, 41);
    private static final UUID MERGE = new UUID(0x7000, 42);
    private static final UUID A = placementOf(PERSON);
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held =
            open().given(adult(PERSON))
                    .given(placed(PERSON, "camp", Basis.INTERNMENT))
                    .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> then(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command,
            Actor by) {
        var named = now.by(by).commandId("command " + now.log().size());
        return named.given(named.when(command, by).events());
    }

    private static RecordFoundInside inside(UUID who, Instant at) {
        return new RecordFoundInside(OP, who, "prison", null, null, null, at, null, null, WHY);
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> notSo(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            Placement stay,
            String fact) {
        UUID id = stay.placementId();
        var asked =
                now.commandId("asked " + now.log().size())
                        .when(new RequestWithdrawal(OP, id, stay.personId(), fact, WHY), OFFICER);
        UUID withdrawal = asked.event(WithdrawalRequested.class).withdrawalId();
        return now.by(OFFICER)
                .given(asked.events())
                .when(new ConfirmWithdrawal(OP, id, stay.personId(), withdrawal), OTHER_OFFICER);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> withdrawn(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            Placement stay,
            String fact) {
        return now.by(OTHER_OFFICER).given(notSo(now, stay, fact).events());
    }

    private static Placement stay(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID id) {
        return now.own().operation(OP).placement(id).orElseThrow();
    }

    private static Placement present(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return now.own().operation(OP).openPlacement(who).orElseThrow();
    }

    private static PersonsMerged merge() {
        return new PersonsMerged(PERSON, MERGE, OTHER, Confidential.of("same papers"));
    }

    private static PersonsUnmerged unmerge() {
        return new PersonsUnmerged(PERSON, MERGE, OTHER, Confidential.of("brothers"));
    }

    @Test
    void P18_P10_a_release_an_escape_or_a_hand_over_that_was_none_went_on_where_they_were_found() {
        for (PlacementCommand end :
                List.of(
                        Given.release(A, PERSON),
                        new RecordEscape(OP, A, PERSON, NOON, WHY),
                        Given.handOver(A, PERSON, "IRQ"))) {
            var gone = then(held, end, OFFICER);
            String fact = Objects.requireNonNull(stay(gone, A).undo()).fact();
            Placement before = stay(held, A);
            var found = then(gone.at(LATER), inside(PERSON, LATER), OFFICER);
            Placement there = present(found, PERSON);
            assertThat(there.custodySince()).isNotEqualTo(before.custodySince());
            var decided = notSo(found, stay(found, A), fact).thenAccepted();
            FactWithdrawn event = decided.event(FactWithdrawn.class);
            assertThat(event.standing()).isEqualTo(FactWithdrawn.Standing.OUTSIDE);
            assertThat(event.goesOnIn()).isEqualTo(there.placementId());
            var now = found.by(OTHER_OFFICER).given(decided.events());
            assertThat(stay(now, A).status()).isEqualTo(Placement.Status.ENDED);
            assertThat(present(now, PERSON).custodySince()).isEqualTo(before.custodySince());
            assertThat(present(now, PERSON).duties().review()).isEqualTo(before.duties().review());
            // What shows it stays; whoever is elsewhere after all is transferred.
            notSo(now, present(now, PERSON), "FoundInside").thenConflict();
        }
    }

    @Test
    void P18_P19_a_release_that_was_decided_before_is_owed_where_they_were_found() {
        var freed =
                held.given(
                        new ReviewHeld(
                                PERSON,
                                A,
                                "camp",
                                new UUID(5, 5),
                                ReviewOutcome.RELEASE,
                                List.of("r-1"),
                                null,
                                Confidential.of("no ground")));
        assertThat(stay(freed, A).liberty()).isNotNull();
        var escaped = then(freed, new RecordEscape(OP, A, PERSON, NOON, WHY), OFFICER);
        var found = then(escaped.at(LATER), inside(PERSON, LATER), OFFICER);
        var now = withdrawn(found, stay(found, A), "Escaped");
        assertThat(present(now, PERSON).liberty()).isEqualTo(stay(freed, A).liberty());
    }

    @Test
    void P18_whoever_is_ordered_elsewhere_since_a_release_begins_another_custody() {
        var free = then(held, Given.release(A, PERSON), OFFICER).at(LATER);
        UUID again = new UUID(0x7000, 970);
        var placed =
                free.given(
                        Given.ordered(PERSON, again, "camp", Basis.INTERNMENT),
                        new org.orangeline.events.placement.PlacedInDetention(
                                PERSON, again, "camp", Basis.INTERNMENT, null));
        notSo(placed, stay(placed, A), "ReleasedFromDetention").thenConflict();
    }

    @Test
    void P18_whoever_died_and_was_found_inside_by_mistake_was_not_there() {
        var dead = then(held, new RecordDeath(OP, A, PERSON, NOON, WHY), OFFICER);
        var found = then(dead.at(LATER), inside(PERSON, LATER), OFFICER);
        var now = withdrawn(found, present(found, PERSON), "FoundInside");
        assertThat(now.own().operation(OP).openPlacement(PERSON)).isEmpty();
        assertThat(now.own().operation(OP).died()).contains(PERSON.toString());
    }

    private Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> aliveAsAnother(
            boolean mergedBefore) {
        return aliveAsAnother(held, mergedBefore);
    }

    private Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> aliveAsAnother(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            boolean mergedBefore) {
        var dead =
                then(before, new RecordDeath(OP, A, PERSON, NOON, WHY), OFFICER)
                        .at(LATER)
                        .given(
                                new PersonArrived(
                                        OTHER,
                                        "BGZ-000002-5",
                                        "east",
                                        LATER,
                                        Sex.MALE,
                                        Age.between(30, 40, TODAY),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null));
        var found =
                mergedBefore
                        ? then(dead.given(merge()), inside(OTHER, LATER), OFFICER)
                        : then(dead, inside(OTHER, LATER), OFFICER).given(merge());
        var questioned = asked(found, PERSON);
        return withdrawn(questioned, stay(questioned, A), "DiedInCustody");
    }

    /** After whatever reactions ask for. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> asked(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        var after = now;
        for (Reaction<PlacementCommand> reaction : now.reactions(who.toString())) {
            if (reaction.command() instanceof QuestionCommand question
                    && !(question instanceof QuestionCommand.ReportOverdueQuestion)) {
                try {
                    after = then(after, question, ROBOT);
                } catch (AssertionError nothingToAsk) {
                    assertThat(nothingToAsk).hasMessageContaining("rule");
                }
            }
        }
        return after;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P10_P18_the_custody_goes_on_from_its_beginning_under_another_registration(
            boolean mergedBefore) {
        var alive = aliveAsAnother(mergedBefore);
        UUID who = mergedBefore ? PERSON : OTHER;
        Placement there = present(alive, who);
        assertThat(there.placementId()).isNotEqualTo(A);
        assertThat(there.custodySince()).isEqualTo(stay(held, A).custodySince());
        assertThat(there.duties().review()).isEqualTo(stay(held, A).duties().review());
        assertThat(there.questioned(alive.known().operation(OP).merges()::stands))
                .doesNotContain("P14", "P2");
        assertThat(alive.own().operation(OP).died()).isEmpty();
        notSo(alive, there, "FoundInside").thenConflict();
    }

    @Test
    void P14_P18_after_an_unmerge_nobody_is_nowhere_without_a_question() {
        var parted = aliveAsAnother(false).given(unmerge());
        var asking =
                parted.reactions(PERSON.toString()).stream()
                        .map(Reaction::command)
                        .filter(new QuestionPlacement(OP, PERSON)::equals)
                        .toList();
        assertThat(asking).hasSize(1);
        var question = parted.when(asking.getFirst(), ROBOT).event(PlacementQuestioned.class);
        assertThat(question.placementId()).isEqualTo(A);
        assertThat(question.rules()).containsExactly("P14");
        var asked = parted.by(ROBOT).given(question);
        asked.when(asking.getFirst(), ROBOT).thenConflict();
        // It is closed by two humans, as every question that a signature can close.
        var settle = new SettleQuestion(OP, A, PERSON, List.of("P14"), WHY);
        var first = then(asked, settle, OTHER_OFFICER);
        first.when(settle, THIRD_OFFICER).thenAccepted();
        assertThat(present(asked, OTHER).questioned()).doesNotContain("P14");
    }

    private static PlacementEvent reviewed(ReviewOutcome outcome) {
        return new ReviewHeld(
                PERSON,
                A,
                "camp",
                new UUID(5, 5),
                outcome,
                List.of("r-1"),
                null,
                Confidential.of("the board has looked at it"));
    }

    private static Placement seen(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return Registrations.seen(
                present(now, who), now.own().operation(OP), now.known().operation(OP));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReviewOutcome.class,
            names = {"CONTINUE", "RELEASE"})
    void P10_P11_P19_what_was_done_for_another_registration_counts_while_the_two_are_one_person(
            ReviewOutcome outcome) {
        var done =
                held.given(new ReasonsTold(PERSON, A, "camp", "ar", null, null), reviewed(outcome));
        var one = aliveAsAnother(done, false);
        assertThat(seen(one, OTHER).duties().reviewed()).isTrue();
        assertThat(seen(one, OTHER).duties().reasons()).isNull();
        assertThat(seen(one, OTHER).liberty() != null).isEqualTo(outcome == ReviewOutcome.RELEASE);

        Placement alone = seen(one.given(unmerge()), OTHER);
        assertThat(alone.duties().reviewed()).isFalse();
        assertThat(alone.duties().review()).isNotNull();
        assertThat(alone.duties().reasons()).isNotNull();
        assertThat(alone.liberty()).isNull();
    }

    @Test
    void P10_an_appeal_stays_open_where_the_person_is_said_to_have_been_there_all_along() {
        UUID appeal = new UUID(6, 6);
        var appealed =
                held.given(
                        new AppealLodged(PERSON, A, "camp", appeal, Confidential.of("let me go")));
        for (Duration earlier : List.of(Duration.ZERO, Duration.ofDays(30))) {
            var gone = then(appealed, new RecordEscape(OP, A, PERSON, NOON, WHY), OFFICER);
            Instant since = stay(held, A).custodySince().minus(earlier);
            var found = then(gone.at(LATER), inside(PERSON, since), OFFICER);
            var now = withdrawn(found, stay(found, A), "Escaped");
            assertThat(present(now, PERSON).custodySince()).isEqualTo(since);
            assertThat(present(now, PERSON).duties().appeals().keySet())
                    .containsExactly(appeal.toString());
        }
    }
}
