package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.FamilyTest.only;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.view.NameIndex;
import org.orangeline.intake.view.PersonSearch;
import org.orangeline.runtime.scenario.Scenario;

class BirthTest {

    private static final UUID MOTHER = new UUID(0x7000, 12);
    private static final UUID BABY = new UUID(0x7000, 14);
    private static final BornInCustody BORN =
            new BornInCustody(MOTHER, BABY, new UUID(0x7000, 300), "al-hol", NOON, Sex.FEMALE);

    @Test
    void a_child_born_in_custody_is_registered_with_its_mother() {
        var born =
                after(member(MOTHER, 25, null))
                        .given(
                                new PlacedInDetention(
                                        MOTHER,
                                        new UUID(0x7000, 300),
                                        "al-hol",
                                        Basis.INTERNMENT,
                                        null))
                        .given(BORN);
        var decided = born.when(only(born.reactions(BABY.toString())).command(), OFFICER);
        PersonArrived arrived = decided.event(PersonArrived.class);
        assertThat(arrived.bornIn()).isEqualTo("al-hol");
        assertThat(arrived.registrationNumber()).startsWith("BGZ-000002-");
        assertThat(arrived.age().birthDate()).hasToString("2019-03-01");
        assertThat(arrived.nationalities()).isEmpty();
        FamilyLinked link = decided.event(FamilyLinked.class);
        assertThat(link.personId()).isEqualTo(BABY);
        assertThat(link.relativeId()).isEqualTo(MOTHER);
        assertThat(link.relation()).isEqualTo(FamilyRole.PARENT);
        var after = born.given(decided.events()).at(NOON.plus(Duration.ofHours(1)));
        assertThat(after.reactions(BABY.toString())).as("registered once, and not alone").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Damascus, 2019-03-04T22:30:00Z, 2019-03-05",
        "Asia/Damascus, 2019-03-05T20:59:00Z, 2019-03-05",
        "America/Bogota, 2019-03-05T03:00:00Z, 2019-03-04",
        ", 2019-03-04T22:30:00Z, 2019-03-04",
    })
    void a_birthday_is_the_day_where_the_operation_is(
            @Nullable String timeZone, Instant bornAt, String birthDate) {
        var opened = openIn(timeZone);
        var born =
                opened.given(
                        new BornInCustody(
                                MOTHER, BABY, new UUID(0x7000, 300), "al-hol", bornAt, Sex.FEMALE));
        var decided = born.when(only(born.reactions(BABY.toString())).command(), OFFICER);
        assertThat(decided.event(PersonArrived.class).age().birthDate()).hasToString(birthDate);
    }

    @Test
    void an_estimate_is_of_the_day_where_the_operation_is() {
        var opened = openIn("Asia/Damascus");
        Instant night = Instant.parse("2019-02-28T22:30:00Z");
        var decided = opened.when(register(MOTHER, night, range(20, 30)), OFFICER);
        assertThat(decided.event(PersonArrived.class).age().estimatedOn())
                .hasToString("2019-03-01");
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> openIn(
            @Nullable String timeZone) {
        OpenOperation plain = Given.openOperation();
        return Given.nothing()
                .given(
                        Given.nothing()
                                .when(
                                        new OpenOperation(
                                                plain.operation(),
                                                plain.name(),
                                                plain.numberPrefix(),
                                                plain.plan(),
                                                plain.legalProfile(),
                                                timeZone),
                                        OFFICER)
                                .events());
    }

    @Test
    void a_child_whose_mother_is_not_known_here_is_registered_all_the_same() {
        var born = open().given(BORN);
        assertThat(born.when(only(born.reactions(BABY.toString())).command(), OFFICER).events())
                .hasSize(1);
        assertThat(born.own().person(OP, BABY)).isEmpty();
    }

    private static FactWithdrawn none() {
        return new FactWithdrawn(
                BABY,
                new UUID(0x7000, 301),
                "al-hol",
                new UUID(0x7000, 302),
                new UUID(0x7000, 303).toString(),
                "BornInCustody",
                FactWithdrawn.Standing.OUTSIDE,
                null,
                "human:registrar");
    }

    @Test
    void P18_the_registration_of_a_birth_that_was_none_is_withdrawn_once() {
        var born = after(member(MOTHER, 25, null)).given(BORN);
        var registered =
                born.given(
                        born.when(only(born.reactions(BABY.toString())).command(), OFFICER)
                                .events());
        var none = registered.given(none());
        var reaction = only(none.reactions(BABY.toString()));
        var decided = none.when(reaction.command(), OFFICER);
        assertThat(decided.event(FamilyUnlinked.class).relativeId()).isEqualTo(MOTHER);
        assertThat(decided.event(RegistrationWithdrawn.class).requestedBy())
                .isEqualTo("human:registrar");
        var after = none.given(decided.events());
        assertThat(after.reactions(BABY.toString())).isEmpty();
        after.when(reaction.command(), OFFICER).thenNotFound();
        after.when(new RecordDeath(OP, BABY, NOON, Confidential.of("died")), OFFICER)
                .thenConflict();
        Person child = after.own().person(OP, BABY).orElseThrow();
        assertThat(child.isWithdrawn()).isTrue();
        assertThat(
                        new PersonSearch(new NameIndex(_ -> java.util.Optional.empty()))
                                .find(
                                        after.own().require(OP),
                                        new PersonSearch.Query(
                                                null, null, null, null, null, null, null, null,
                                                null, null),
                                        NOON.atOffset(java.time.ZoneOffset.UTC).toLocalDate())
                                .orElseThrow())
                .extracting(hit -> hit.person().personId())
                .containsExactly(MOTHER);
    }

    @Test
    void P18_a_birth_that_was_withdrawn_before_the_registration_registers_nobody() {
        assertThat(open().given(BORN).given(none()).reactions(BABY.toString())).isEmpty();
    }
}
