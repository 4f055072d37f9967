package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.correct;
import static org.orangeline.intake.Given.identity;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.conflicts.Author;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class ConflictTest {

    private static final String EAST = "tablet-east";
    private static final String WEST = "tablet-west";

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> arrived =
            after(register(PERSON)).by(OFFICER);

    private static CorrectFromStore age(String tablet, long basedOn, int years) {
        return new CorrectFromStore(
                OP,
                PERSON,
                basedOn,
                tablet,
                new Correction(null, range(years, years), null, null, null, null, "asked again"));
    }

    private static CorrectFromStore sexAndAge(String tablet, int years) {
        return new CorrectFromStore(
                OP,
                PERSON,
                0,
                tablet,
                new Correction(
                        Sex.FEMALE, range(years, years), null, null, null, null, "looked again"));
    }

    private static Person person(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().person(OP, PERSON).orElseThrow();
    }

    private static List<Conflict> conflicts(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().require(OP).conflicts().of(PERSON.toString());
    }

    @Test
    void two_tablets_that_changed_different_fields_both_count() {
        var both =
                after(
                        arrived,
                        age(EAST, 0, 17),
                        new CorrectFromStore(
                                OP,
                                PERSON,
                                0,
                                WEST,
                                new Correction(
                                        Sex.FEMALE, null, null, null, null, null, "looked")));
        assertThat(person(both).age().min()).isEqualTo(17);
        assertThat(person(both).sex()).isEqualTo(Sex.FEMALE);
        assertThat(conflicts(both)).isEmpty();
    }

    @Test
    void the_same_field_stays_as_it_stands_and_the_other_value_is_kept_with_its_author() {
        var both = after(arrived, age(EAST, 0, 17), age(WEST, 0, 19));
        assertThat(person(both).age().min()).isEqualTo(17);
        Conflict conflict = conflicts(both).getFirst();
        assertThat(conflicts(both)).hasSize(1);
        assertThat(conflict.field()).isEqualTo(PersonField.AGE);
        assertThat(conflict.other().age()).extracting(Age::min).isEqualTo(19);
        assertThat(conflict.by().deviceId()).isEqualTo(WEST);
        assertThat(conflict.standingBy())
                .extracting(Author::deviceId, Author::version)
                .containsExactly(EAST, conflict.other().standing());
    }

    @Test
    void what_does_not_contradict_counts_even_when_another_field_of_the_same_correction_does() {
        var decided = after(arrived, age(EAST, 0, 17)).when(sexAndAge(WEST, 19), OFFICER);
        assertThat(decided.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PersonDetailsCorrected", "FieldConflictFound");
        var after = after(after(arrived, age(EAST, 0, 17)), sexAndAge(WEST, 19));
        assertThat(person(after).sex()).isEqualTo(Sex.FEMALE);
        assertThat(person(after).age().min()).isEqualTo(17);
    }

    @Test
    void who_says_the_same_contradicts_nobody() {
        assertThat(conflicts(after(arrived, age(EAST, 0, 17), sexAndAge(WEST, 17)))).isEmpty();
    }

    @Test
    void a_tablet_does_not_contradict_itself_but_one_officer_with_two_tablets_may() {
        assertThat(conflicts(after(arrived, age(EAST, 0, 17), age(EAST, 0, 16)))).isEmpty();
        assertThat(conflicts(after(arrived, age(EAST, 0, 17), age(WEST, 0, 16)))).hasSize(1);
        var other =
                after(arrived, age(EAST, 0, 17))
                        .when(age(EAST, 0, 16), Actor.human("another officer"));
        assertThat(other.events().getFirst()).isInstanceOf(FieldConflictFound.class);
    }

    @Test
    void who_had_seen_the_correction_corrects_it() {
        var once = after(arrived, age(EAST, 0, 17));
        var seen = after(once, age(WEST, person(once).version(), 16));
        assertThat(person(seen).age().min()).isEqualTo(16);
        assertThat(conflicts(seen)).isEmpty();
        once.when(age(WEST, person(once).version() + 1, 16), OFFICER).thenChangedMeanwhile();
    }

    @Test
    void a_correction_of_what_stands_counts_as_before_and_is_contradicted_like_any_other() {
        var corrected = after(arrived, correct(PERSON, person(arrived).version(), range(17, 17)));
        assertThat(conflicts(after(corrected, age(WEST, 0, 19)))).hasSize(1);
    }

    @Test
    void a_human_settles_for_what_stands() {
        var both = after(arrived, age(EAST, 0, 17), age(WEST, 0, 19));
        UUID id = conflicts(both).getFirst().conflictId();
        var settled = after(both, settle(id, Took.STANDING));
        assertThat(person(settled).age().min()).isEqualTo(17);
        assertThat(conflicts(settled)).isEmpty();
        settled.when(settle(id, Took.STANDING), OFFICER).thenNotFound();
    }

    @Test
    void a_human_settles_for_the_other_and_all_services_are_told_the_correction() {
        var both = after(arrived, age(EAST, 0, 17), age(WEST, 0, 16));
        UUID id = conflicts(both).getFirst().conflictId();
        var decided = both.when(settle(id, Took.OTHER), OFFICER);
        assertThat(decided.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PersonDetailsCorrected", "FieldConflictSettled");
        var settled = after(both, settle(id, Took.OTHER));
        assertThat(person(settled).age().min()).isEqualTo(16);
        assertThat(conflicts(settled)).isEmpty();
    }

    @Test
    void S6_what_a_machine_would_take_away_is_a_claim_for_a_human() {
        var wounded =
                after(
                        arrived,
                        new CorrectFromStore(
                                OP,
                                PERSON,
                                0,
                                EAST,
                                new Correction(
                                        null,
                                        null,
                                        null,
                                        List.of("MEDICAL_URGENT"),
                                        new FamilyTie("f-1", FamilyRole.CHILD),
                                        null,
                                        "seen")));
        Correction less =
                new Correction(
                        Sex.FEMALE,
                        null,
                        null,
                        List.of("WOUNDED"),
                        new FamilyTie("f-2", FamilyRole.CHILD),
                        null,
                        "a program says so");
        long version = person(wounded).version();
        var told =
                new CorrectDetails(
                        OP,
                        PERSON,
                        version,
                        less.sex(),
                        null,
                        null,
                        less.needs(),
                        less.family(),
                        null,
                        less.reason());
        assertThat(wounded.when(told, Actor.machine("robot")).events())
                .extracting(event -> ((FieldConflictFound) event).field())
                .containsExactly(PersonField.SEX, PersonField.NEEDS, PersonField.FAMILY);
        var late = new CorrectFromStore(OP, PERSON, version, EAST, less);
        assertThat(wounded.when(late, Actor.machine("robot")).events())
                .hasSize(3)
                .allMatch(FieldConflictFound.class::isInstance);
        assertThat(wounded.when(told, OFFICER).events())
                .hasSize(1)
                .allMatch(PersonDetailsCorrected.class::isInstance);
    }

    @Test
    void S6_no_machine_settles_what_is_true_of_a_person() {
        var both = after(arrived, age(EAST, 0, 17), age(WEST, 0, 19));
        both.when(
                        settle(conflicts(both).getFirst().conflictId(), Took.OTHER),
                        Actor.machine("robot"))
                .thenRefused("S6");
    }

    @Test
    void an_identity_that_cannot_be_read_cannot_be_taken() {
        var both = after(arrived, name(EAST, "Амина"), name(WEST, "Amina"));
        Conflict conflict = conflicts(both).getFirst();
        assertThat(conflict.field()).isEqualTo(PersonField.IDENTITY);
        both.when(settle(conflict.conflictId(), Took.OTHER), OFFICER).thenConflict();
        var read =
                both.when(
                        new SettleConflict(
                                OP,
                                PERSON,
                                conflict.conflictId(),
                                Took.OTHER,
                                identity("Amina"),
                                "papers"),
                        OFFICER);
        assertThat(read.events().getFirst()).isInstanceOf(PersonDetailsCorrected.class);
        assertThat(read.events().getLast()).isInstanceOf(FieldConflictSettled.class);
    }

    private static CorrectFromStore name(String tablet, String name) {
        return new CorrectFromStore(
                OP,
                PERSON,
                0,
                tablet,
                new Correction(null, null, null, null, null, identity(name), "spelled anew"));
    }

    private static SettleConflict settle(UUID conflictId, Took took) {
        return new SettleConflict(OP, PERSON, conflictId, took, null, "certificate seen");
    }
}
