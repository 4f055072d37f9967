package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawalRequested.Fact;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.DepartureWithdrawn.Standing;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.intake.DepartureCommand.ConfirmDepartureWithdrawal;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.DepartureCommand.RecordReturn;
import org.orangeline.intake.DepartureCommand.RequestDepartureWithdrawal;
import org.orangeline.intake.arrival.Gone;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** Who comes back, and who had not gone (P18). */
class ReturnTest {

    private static final Confidential<String> REASON = Confidential.of("why");
    private static final Actor OTHER_OFFICER = Actor.human("other-officer");
    private static final Actor ROBOT = Actor.machine("robot");
    private static final UUID PLACEMENT = new UUID(0x7000, 40);

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> after(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            IntakeCommand command) {
        return before.by(OFFICER).given(before.when(command, OFFICER).events());
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> here() {
        return after(open(), register(PERSON));
    }

    private static RecordReturn back(Instant at) {
        return new RecordReturn(OP, PERSON, at, "east", REASON);
    }

    private static @Nullable Gone gone(IntakeState own) {
        return own.require(OP).require(PERSON).gone();
    }

    @Test
    void P14_who_left_comes_back_and_is_here() {
        here().when(back(NOON), OFFICER).thenConflict();
        var left =
                after(
                        here(),
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, REASON));
        left.when(back(NOON.minusSeconds(60)), OFFICER).thenConflict();
        left.when(back(NOON.plus(Duration.ofDays(9))), OFFICER).thenConflict();
        var returned = left.when(back(NOON.plusSeconds(60)), OFFICER);
        returned.then(new PersonReturned(PERSON, NOON.plusSeconds(60), "east", REASON));
        assertThat(gone(returned.own())).isNull();
    }

    @Test
    void P14_who_was_released_comes_back_and_who_is_inside_or_dead_does_not() {
        var inside =
                here().given(
                                new PlacedInDetention(
                                        PERSON, PLACEMENT, "camp", Basis.INTERNMENT, null));
        inside.when(back(NOON), OFFICER).thenConflict();
        var free =
                inside.given(
                        new ReleasedFromDetention(
                                PERSON, PLACEMENT, "camp", Basis.INTERNMENT, REASON, null, null));
        free.when(back(NOON), OFFICER).thenAccepted();
        inside.given(new DiedInCustody(PERSON, PLACEMENT, "camp", NOON, REASON))
                .when(back(NOON), OFFICER)
                .thenConflict();
        after(here(), new RecordDeath(OP, PERSON, NOON, REASON))
                .when(back(NOON), OFFICER)
                .thenConflict();
    }

    @Test
    void P14_who_left_by_a_registration_that_was_merged_comes_back_and_had_not_gone() {
        var two = after(here(), register(Given.OTHER));
        var left =
                after(
                        two,
                        new RecordDeparture(
                                OP,
                                Given.OTHER,
                                NOON.plusSeconds(60),
                                DepartureKind.WITH_FAMILY,
                                REASON));
        var merged =
                left.given(new PersonsMerged(PERSON, new UUID(0x7000, 60), Given.OTHER, REASON));
        merged.when(back(NOON), OFFICER).thenConflict();
        merged.when(back(NOON.plusSeconds(120)), OFFICER).thenAccepted();
        merged.when(
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, REASON),
                        OFFICER)
                .thenConflict();
        var doubt = new RequestDepartureWithdrawal(OP, PERSON, Fact.DEPARTURE, REASON);
        var asked = merged.when(doubt, OFFICER);
        UUID withdrawal = asked.event(DepartureWithdrawalRequested.class).withdrawalId();
        asked.then(
                new DepartureWithdrawalRequested(Given.OTHER, withdrawal, Fact.DEPARTURE, REASON));
        merged.by(OFFICER)
                .given(asked.events())
                .when(new ConfirmDepartureWithdrawal(OP, PERSON, withdrawal), OTHER_OFFICER)
                .then(
                        new DepartureWithdrawn(
                                Given.OTHER,
                                withdrawal,
                                Fact.DEPARTURE,
                                Standing.HERE,
                                OFFICER.text()));
        // Whoever was registered anew after leaving is here.
        left.at(NOON.plusSeconds(600))
                .given(
                        left.at(NOON.plusSeconds(600))
                                .when(
                                        register(
                                                new UUID(0x7000, 61),
                                                NOON.plusSeconds(600),
                                                Given.range(20, 30)),
                                        OFFICER)
                                .events())
                .given(
                        new PersonsMerged(
                                new UUID(0x7000, 61), new UUID(0x7000, 62), Given.OTHER, REASON))
                .when(
                        new RecordReturn(
                                OP, new UUID(0x7000, 61), NOON.plusSeconds(700), "east", REASON),
                        OFFICER)
                .thenConflict();
    }

    @Test
    void P17_who_was_taken_away_by_a_merged_registration_is_said_to_be_back() {
        var taken =
                after(
                        here(),
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.TAKEN_AWAY, REASON));
        Instant later = NOON.plusSeconds(600);
        var both = Given.after(taken.at(later), register(Given.OTHER, later, Given.range(20, 30)));
        for (UUID stays : List.of(PERSON, Given.OTHER)) {
            UUID other = stays.equals(PERSON) ? Given.OTHER : PERSON;
            var merged = both.given(new PersonsMerged(stays, new UUID(0x7000, 63), other, REASON));
            var back =
                    merged.when(
                            new RecordReturn(OP, stays, later.plusSeconds(60), "east", REASON),
                            OFFICER);
            back.then(new PersonReturned(PERSON, later.plusSeconds(60), "east", REASON));
            assertThat(gone(back.own())).isNull();
        }
    }

    @Test
    void P14_a_tablets_clock_that_is_ahead_keeps_nobody_here() {
        var ahead =
                Given.after(
                        here(),
                        register(Given.OTHER, NOON.plus(Duration.ofDays(2)), Given.range(20, 30)));
        var left =
                after(
                        ahead.given(
                                new PersonsMerged(
                                        PERSON, new UUID(0x7000, 64), Given.OTHER, REASON)),
                        new RecordDeparture(
                                OP,
                                PERSON,
                                NOON.plusSeconds(60),
                                DepartureKind.WITH_FAMILY,
                                REASON));
        left.when(
                        new RecordDeparture(
                                OP,
                                PERSON,
                                NOON.plusSeconds(90),
                                DepartureKind.WITH_FAMILY,
                                REASON),
                        OFFICER)
                .thenConflict();
        left.when(back(NOON.plusSeconds(120)), OFFICER).thenAccepted();
    }

    @Test
    void P18_who_escaped_and_was_not_found_after_all_is_still_held_to_account() {
        var escaped =
                here().given(
                                new PlacedInDetention(
                                        PERSON, PLACEMENT, "camp", Basis.INTERNMENT, null),
                                new Escaped(PERSON, PLACEMENT, "camp", NOON, REASON));
        var withdrawn =
                escaped.given(
                        new FoundInside(
                                PERSON,
                                new UUID(0x7000, 41),
                                "prison",
                                null,
                                Basis.CRIMINAL_CUSTODY,
                                NOON,
                                NOON,
                                null,
                                null,
                                "human:a",
                                REASON),
                        new FactWithdrawn(
                                PERSON,
                                new UUID(0x7000, 41),
                                "prison",
                                new UUID(0x7000, 42),
                                "01957a40-0001-7000-8000-00000000abce",
                                "FoundInside",
                                FactWithdrawn.Standing.OUTSIDE,
                                null,
                                "human:a"));
        assertThat(withdrawn.known().staysOf(OP).of(java.util.List.of(PERSON.toString())))
                .isEqualTo(escaped.known().staysOf(OP).of(java.util.List.of(PERSON.toString())));
        assertThat(withdrawn.known().isHeld(OP, java.util.List.of(PERSON.toString()))).isTrue();
    }

    @Test
    void S6_a_machine_tells_nobody_back_whom_an_authority_took_away() {
        var taken =
                after(
                        here(),
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.TAKEN_AWAY, REASON));
        taken.when(back(NOON), ROBOT).thenRefused("S6");
        taken.when(new RecordDeath(OP, PERSON, NOON, REASON), ROBOT).thenRefused("S6");
        taken.when(back(NOON), OFFICER).thenAccepted();
        var left =
                after(here(), new RecordDeparture(OP, PERSON, NOON, DepartureKind.OWN_WAY, REASON));
        left.when(back(NOON), ROBOT).thenAccepted();
        left.when(new RecordDeath(OP, PERSON, NOON, REASON), ROBOT).thenAccepted();
    }

    @Test
    void S6_a_machine_tells_no_death_in_custody() {
        var death = new RecordDeath(OP, PERSON, NOON, REASON);
        here().when(death, ROBOT).thenRefused("S6");
        var inside =
                after(here(), new RecordDeparture(OP, PERSON, NOON, DepartureKind.OWN_WAY, REASON))
                        .given(
                                new PlacedInDetention(
                                        PERSON, PLACEMENT, "camp", Basis.INTERNMENT, null));
        inside.when(death, ROBOT).thenRefused("S6");
        inside.when(death, OFFICER).thenAccepted();
        inside.given(
                        new ReleasedFromDetention(
                                PERSON, PLACEMENT, "camp", Basis.INTERNMENT, REASON, null, null))
                .when(death, ROBOT)
                .thenAccepted();
    }

    @Test
    void P18_a_death_that_was_none_is_withdrawn_by_two_humans() {
        var left =
                after(
                        here(),
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, REASON));
        var dead = after(left, new RecordDeath(OP, PERSON, NOON, REASON));
        dead.when(new RequestDepartureWithdrawal(OP, PERSON, Fact.DEPARTURE, REASON), OFFICER)
                .thenConflict();
        var ask = new RequestDepartureWithdrawal(OP, PERSON, Fact.DEATH, REASON);
        dead.when(ask, ROBOT).thenRefused("S6");
        UUID id = dead.when(ask, OFFICER).event(DepartureWithdrawalRequested.class).withdrawalId();
        var asked = after(dead, ask);
        asked.when(ask, OTHER_OFFICER).thenConflict();
        var confirm = new ConfirmDepartureWithdrawal(OP, PERSON, id);
        asked.when(confirm, OFFICER).thenRefused("P18");
        asked.when(confirm, ROBOT).thenRefused("S6");
        var taken = asked.when(confirm, OTHER_OFFICER);
        taken.then(new DepartureWithdrawn(PERSON, id, Fact.DEATH, Standing.LEFT, OFFICER.text()));
        // As it would be without the death: the person had left.
        assertThat(gone(taken.own())).isEqualTo(gone(left.own()));
        assertThat(taken.own().require(OP).require(PERSON))
                .isEqualTo(left.own().require(OP).require(PERSON));
        asked.by(OTHER_OFFICER).given(taken.events()).when(confirm, OTHER_OFFICER).thenConflict();
    }
}
