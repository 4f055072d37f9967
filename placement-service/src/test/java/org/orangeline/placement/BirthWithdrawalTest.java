package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** A birth that was none is withdrawn by two humans, and there is no such child (rule P18). */
class BirthWithdrawalTest {

    private static final UUID BABY = new UUID(0x7000, 500);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> mother =
            open().given(Given.mother())
                    .given(
                            Given.concluded(
                                    MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                    .given(placed(MOTHER, "camp", Basis.INTERNMENT));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> unknown =
            after(mother, new RecordBirth(OP, placementOf(MOTHER), MOTHER, BABY, NOON, Sex.FEMALE));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> born =
            unknown.given(registered());

    private static List<DomainEvent> registered() {
        return List.of(
                new PersonArrived(
                        BABY,
                        "BGZ-000009-7",
                        "camp",
                        NOON,
                        Sex.FEMALE,
                        Age.born(Given.TODAY),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "camp"),
                new FamilyLinked(BABY, BABY, MOTHER, FamilyRole.PARENT, Confidential.of("born")));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> after(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            PlacementCommand command) {
        return before.by(OFFICER).given(before.when(command, OFFICER).events());
    }

    private static Placement placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own().operation(OP).placementsOf(BABY.toString()).findFirst().orElseThrow();
    }

    private static RequestWithdrawal ask(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return new RequestWithdrawal(OP, placement(now).placementId(), BABY, "BornInCustody", WHY);
    }

    private static ConfirmWithdrawal confirm(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> asked) {
        Placement child = placement(asked);
        return new ConfirmWithdrawal(
                OP,
                child.placementId(),
                BABY,
                Objects.requireNonNull(child.withdrawal()).withdrawalId());
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> taken(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var asked = after(now, ask(now));
        return asked.when(confirm(asked), OTHER_OFFICER);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> withdrawn(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var asked = after(now, ask(now));
        return asked.by(OTHER_OFFICER).given(asked.when(confirm(asked), OTHER_OFFICER).events());
    }

    private static List<DutyKind> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return Duties.of(placement(now), now.known().operation(OP)).map(Duty::kind).toList();
    }

    @Test
    void P18_a_birth_that_was_none_is_withdrawn_by_two_humans() {
        var decided = born.when(ask(born), OFFICER);
        assertThat(decided.event(WithdrawalRequested.class).personId()).isEqualTo(BABY);
        var asked = born.by(OFFICER).given(decided.events());
        asked.when(confirm(asked), OFFICER).thenRefused("P18");
        asked.when(confirm(asked), ROBOT).thenRefused("S6");
        var taken = asked.when(confirm(asked), OTHER_OFFICER);
        FactWithdrawn event = taken.event(FactWithdrawn.class);
        assertThat(event.fact()).isEqualTo("BornInCustody");
        assertThat(event.standing()).isEqualTo(FactWithdrawn.Standing.OUTSIDE);
        assertThat(event.personId()).isEqualTo(BABY);
    }

    @Test
    void P18_places_and_duties_are_as_if_nobody_had_been_born() {
        assertThat(duties(born)).isNotEmpty();
        assertThat(born.own().operation(OP).facility("camp").orElseThrow().present()).isEqualTo(2);
        var none = withdrawn(born);
        assertThat(placement(none).status()).isEqualTo(Placement.Status.WITHDRAWN);
        assertThat(duties(none)).isEmpty();
        assertThat(none.own().operation(OP).facilities())
                .isEqualTo(mother.own().operation(OP).facilities());
        assertThat(none.own().operation(OP).openPlacement(BABY)).isEmpty();
    }

    @Test
    void P18_a_bureau_that_was_told_of_the_birth_is_told_that_there_was_none() {
        var told =
                born.given(new BureauNotified(BABY, placement(born).placementId(), "camp", "N-1"));
        assertThat(duties(withdrawn(told))).containsExactly(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P18_nobody_waits_in_a_line_whose_birth_was_none_also_before_intake_says_so() {
        var none = withdrawn(born).at(NOON.plus(Duration.ofDays(9)));
        assertThat(
                        LineDuties.of(
                                none.known().operation(OP).person(BABY).orElseThrow(),
                                none.own().operation(OP),
                                none.known().operation(OP)))
                .isEmpty();
        none.when(shelter(BABY, "camp"), OFFICER).thenRefused("P14", "P15");
        none.when(
                        new RecordFoundInside(
                                OP, BABY, "prison", null, null, null, null, null, null, WHY),
                        OFFICER)
                .thenNotFound();
        var said = none.given(new RegistrationWithdrawn(BABY, BABY, "human:officer"));
        said.when(shelter(BABY, "camp"), OFFICER).thenRefused("P14", "P15");
        // The mother leaves no child behind.
        said.when(Given.release(placementOf(MOTHER), MOTHER), OFFICER).thenAccepted();
    }

    @Test
    void P18_a_birth_is_withdrawn_before_intake_knows_of_it() {
        taken(unknown).thenAccepted();
        withdrawn(unknown)
                .when(
                        new RecordBirth(OP, placementOf(MOTHER), MOTHER, BABY, NOON, Sex.FEMALE),
                        OFFICER)
                .thenConflict();
    }

    @Test
    void P18_what_happened_to_the_child_goes_first() {
        var dead = after(born, new RecordDeath(OP, placement(born).placementId(), BABY, NOON, WHY));
        dead.when(ask(dead), OFFICER).thenConflict();
        var asked =
                after(
                        dead,
                        new RequestWithdrawal(
                                OP, placement(dead).placementId(), BABY, "DiedInCustody", WHY));
        var alive =
                asked.by(OTHER_OFFICER)
                        .given(asked.when(confirm(asked), OTHER_OFFICER).events())
                        .commandId("then");
        taken(alive).thenAccepted();
    }

    @Test
    void P18_a_birth_is_withdrawn_wherever_the_child_was_taken_since() {
        UUID id = placement(born).placementId();
        UUID move = new UUID(0x7000, 502);
        UUID absence = new UUID(0x7000, 503);
        var asked = after(born, ask(born));
        List<DomainEvent> elsewhere =
                List.of(
                        new TransferOrdered(
                                BABY, id, move, "camp", "big", null, Confidential.of("nearer")),
                        new Transferred(BABY, id, move, "camp", "big", null));
        var moved = asked.given(Given.facility("big", FacilityKind.CAMP, 5)).given(elsewhere);
        // What was asked for before still waits for the second human.
        moved.when(confirm(moved), OTHER_OFFICER).thenAccepted();
        var back =
                born.given(Given.facility("big", FacilityKind.CAMP, 5))
                        .given(
                                new AbsenceStarted(
                                        BABY, id, absence, "camp", AbsenceReason.HOSPITAL, null),
                                new AbsenceEnded(BABY, id, absence, "camp"));
        back.when(ask(back), OFFICER).thenConflict();
        var none = withdrawn(back.given(elsewhere));
        assertThat(placement(none).status()).isEqualTo(Placement.Status.WITHDRAWN);
        assertThat(none.own().operation(OP).facility("big").orElseThrow().present()).isZero();
        assertThat(none.own().operation(OP).facility("camp").orElseThrow().present()).isOne();
    }

    @Test
    void P18_of_a_merged_record_the_birth_stands_until_the_merge_is_undone() {
        var merged =
                born.given(Given.adult(PERSON))
                        .given(
                                new PersonsMerged(
                                        PERSON, PERSON, BABY, Confidential.of("same papers")));
        var asked = after(merged, ask(merged));
        asked.when(confirm(asked), OTHER_OFFICER).thenConflict();
    }

    @Test
    void P18_a_merge_that_intake_decided_meanwhile_leaves_nothing_behind() {
        var none = withdrawn(born.given(Given.adult(PERSON)));
        var over =
                none.given(
                        new PersonsMerged(PERSON, PERSON, BABY, Confidential.of("same papers")),
                        new PersonsUnmerged(PERSON, PERSON, BABY, Confidential.of("none")),
                        new RegistrationWithdrawn(BABY, BABY, "human:officer"));
        assertThat(over.reactions(BABY.toString()))
                .as("the mother is asked about again")
                .extracting(Reaction::name)
                .contains("WhenPersonsUnmergedThenQuestionPlacements");
        over.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
        over.when(shelter(BABY, "camp"), OFFICER).thenRefused("P14", "P15");
    }

    @Test
    void P18_old_logs_hold_births_that_can_be_withdrawn_too() {
        var old =
                mother.given(
                        new BornInCustody(
                                MOTHER, BABY, new UUID(0x7000, 501), "camp", NOON, Sex.MALE));
        taken(old).thenAccepted();
    }
}
