package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.correct;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.AgeCommand.ConfirmAgeAssessment;
import org.orangeline.intake.AgeCommand.RequestAgeAssessment;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** S6: no single word ends a child's protection. */
class AgeClaimTest {

    private static final LocalDate TODAY = NOON.atOffset(ZoneOffset.UTC).toLocalDate();
    private static final Actor MACHINE = Actor.machine("robot");
    private static final Actor DOCTOR = Actor.human("doctor");
    private static final Confidential<String> WHY = Confidential.of("wrist and teeth");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> boy =
            after(register(PERSON, NOON, range(15, 15)));

    private static Person person(Scenario<?, IntakeState, ?, ?> scenario) {
        return state(scenario).require(PERSON);
    }

    private static OperationState state(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().require(OP);
    }

    private static Conflict claim(Scenario<?, IntakeState, ?, ?> scenario) {
        return state(scenario).conflicts().of(PERSON.toString()).getFirst();
    }

    private static boolean isChild(Scenario<?, IntakeState, ?, ?> scenario, UUID one) {
        return AgeClaims.isChild(state(scenario), one.toString(), TODAY);
    }

    private static StatedAge born(int year) {
        return birthDate("%d-05-01".formatted(year), null);
    }

    private static StatedAge birthDate(String told, @Nullable BirthDateBasis basis) {
        return new StatedAge(PartialDate.of(told), basis, null, null, null, null);
    }

    private static RequestAgeAssessment assess(UUID person, StatedAge age, int margin) {
        return new RequestAgeAssessment(OP, person, age, AgeMethod.MEDICAL, margin, WHY, null);
    }

    @Test
    void S6_a_correction_that_makes_an_adult_of_a_child_is_a_claim_and_the_child_stays_one() {
        var decided = boy.when(correct(PERSON, person(boy).version(), born(1990)), MACHINE);
        assertThat(decided.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("FieldConflictFound");
        var claimed = after(boy, correct(PERSON, person(boy).version(), born(1990)));
        assertThat(person(claimed).age().min()).isEqualTo(15);
        assertThat(claim(claimed).field()).isEqualTo(PersonField.AGE);
        assertThat(isChild(claimed, PERSON)).isTrue();
    }

    @Test
    void S6_whose_year_of_birth_reaches_below_18_is_a_child_and_its_first_of_january_is_the_year() {
        for (String told : List.of("2001", "2001-01-01", "2001-03")) {
            var young = after(register(PERSON, NOON, birthDate(told, null)));
            assertThat(isChild(young, PERSON)).as(told).isTrue();
            assertThat(person(young).age().atMost(TODAY)).as(told).isEqualTo(18);
            var claimed =
                    after(
                            young,
                            correct(
                                    PERSON,
                                    person(young).version(),
                                    birthDate("2001-01-01", BirthDateBasis.VERIFIED)));
            assertThat(person(claimed).age()).as(told).isEqualTo(person(young).age());
            assertThat(claim(claimed).field()).as(told).isEqualTo(PersonField.AGE);
            assertThat(isChild(claimed, PERSON)).as(told).isTrue();
        }
        var grown = after(register(PERSON, NOON, birthDate("2001-01-01", BirthDateBasis.VERIFIED)));
        assertThat(isChild(grown, PERSON)).isFalse();
    }

    @Test
    void S6_an_age_that_ends_the_protection_sooner_is_a_claim_though_it_is_a_childs() {
        // Of age tomorrow, in a year, in three years.
        for (String told : List.of("2001-03-03", "2002-03-02", "2004-03-01")) {
            var claimed =
                    after(
                            boy,
                            correct(
                                    PERSON,
                                    person(boy).version(),
                                    birthDate(told, BirthDateBasis.VERIFIED)));
            boolean sooner = !told.startsWith("2004");
            assertThat(state(claimed).conflicts().of(PERSON.toString()).isEmpty())
                    .as(told)
                    .isNotEqualTo(sooner);
            assertThat(person(claimed).age().min() == null).as(told).isNotEqualTo(sooner);
        }
        UUID id = claim(soon()).conflictId();
        soon().when(settle(id, Took.OTHER), OFFICER).thenRefused("S6");
        // A small child's age is corrected by whoever sees the paper.
        var small = after(register(PERSON, NOON, range(5, 5)));
        var older = after(small, correct(PERSON, person(small).version(), range(6, 6)));
        assertThat(person(older).age().min()).isEqualTo(6);
    }

    private Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> soon() {
        return after(boy, correct(PERSON, person(boy).version(), birthDate("2001-03-03", null)));
    }

    @Test
    void what_else_is_corrected_with_a_claim_counts_at_once() {
        var correction =
                new IntakeCommand.CorrectDetails(
                        OP,
                        PERSON,
                        person(boy).version(),
                        Sex.FEMALE,
                        range(25, 25),
                        null,
                        null,
                        null,
                        null,
                        "looked");
        var corrected = after(boy, correction);
        assertThat(person(corrected).sex()).isEqualTo(Sex.FEMALE);
        assertThat(person(corrected).age().min()).isEqualTo(15);
    }

    @Test
    void what_a_tablet_had_kept_is_a_claim_as_well() {
        var stored =
                new CorrectFromStore(
                        OP,
                        PERSON,
                        person(boy).version(),
                        "tablet-1",
                        new Correction(null, range(25, 25), null, null, null, null, "looked"));
        var claimed = after(boy, stored);
        assertThat(person(claimed).age().min()).isEqualTo(15);
        assertThat(claim(claimed).other().deviceId()).isEqualTo("tablet-1");
    }

    @Test
    void a_lower_age_protects_at_once_and_adults_are_corrected_as_before() {
        var adult = after(register(PERSON, NOON, range(30, 30)));
        var older = after(adult, correct(PERSON, person(adult).version(), range(40, 40)));
        assertThat(person(older).age().min()).isEqualTo(40);
        var child = after(older, correct(PERSON, person(older).version(), range(14, 16)));
        assertThat(person(child).age().min()).isEqualTo(14);
        assertThat(isChild(child, PERSON)).isTrue();
    }

    @Test
    void S6_no_settlement_by_one_human_ends_the_protection() {
        var claimed = after(boy, correct(PERSON, person(boy).version(), born(1990)));
        UUID id = claim(claimed).conflictId();
        claimed.when(settle(id, Took.OTHER), OFFICER).thenRefused("S6");
        var refused = after(claimed, settle(id, Took.STANDING));
        assertThat(state(refused).conflicts().of(PERSON.toString())).isEmpty();

        var adult = after(register(PERSON, NOON, range(30, 30)));
        var east = after(adult, fromStore("east", 0, 31), fromStore("west", 0, 15));
        assertThat(isChild(east, PERSON)).isTrue();
        east.when(settle(claim(east).conflictId(), Took.STANDING), OFFICER).thenRefused("S6");
    }

    @Test
    void S6_two_humans_assess_the_age_with_a_method_and_its_margin() {
        var claimed = after(boy, correct(PERSON, person(boy).version(), born(1990)));
        claimed.when(assess(PERSON, range(22, 24), 2), MACHINE).thenRefused("S6");
        claimed.when(assess(PERSON, range(22, 24), 1), OFFICER).thenConflict();
        var asked = after(claimed, assess(PERSON, range(22, 24), 2));
        UUID id = waiting(asked);
        asked.when(new ConfirmAgeAssessment(OP, PERSON, id), OFFICER).thenRefused("S6");
        asked.when(new ConfirmAgeAssessment(OP, PERSON, id), MACHINE).thenRefused("S6");
        var decided = asked.when(new ConfirmAgeAssessment(OP, PERSON, id), DOCTOR);
        assertThat(decided.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("AgeAssessed", "PersonDetailsCorrected", "FieldConflictSettled");
        var assessed = asked.given(decided.events());
        assertThat(person(assessed).age().min()).isEqualTo(20);
        assertThat(person(assessed).age().max()).isEqualTo(26);
        assertThat(isChild(assessed, PERSON)).isFalse();
        assessed.when(new ConfirmAgeAssessment(OP, PERSON, id), DOCTOR).thenNotFound();
    }

    @Test
    void a_margin_that_reaches_below_eighteen_leaves_the_age_in_doubt() {
        var asked = after(boy, assess(PERSON, range(19, 21), 2));
        var assessed = confirmed(asked, PERSON);
        assertThat(person(assessed).age().isInDoubt(TODAY)).isTrue();
        assertThat(isChild(assessed, PERSON)).isTrue();
    }

    @Test
    void a_merge_takes_no_protection_away_and_an_assessment_counts_for_all_registrations() {
        var two = after(boy, register(OTHER, NOON, range(30, 30)));
        var merged = after(two, new MergePersons(OP, OTHER, PERSON, WHY));
        assertThat(isChild(merged, OTHER)).isTrue();
        var assessed = confirmed(after(merged, assess(OTHER, range(30, 34), 2)), OTHER);
        assertThat(isChild(assessed, OTHER)).isFalse();
        UUID merge = state(assessed).merges().mergeOf(PERSON.toString()).orElseThrow().mergeId();
        var apart = after(assessed, new UnmergePersons(OP, merge, WHY));
        assertThat(person(apart).age().min()).isEqualTo(15);
        assertThat(isChild(apart, PERSON)).isTrue();
        assertThat(isChild(apart, OTHER)).isFalse();
    }

    @Test
    void S5_P3_an_age_that_was_assessed_while_two_were_held_to_be_one_is_given_back_to_both() {
        var two = after(boy, register(OTHER, NOON, range(20, 24)));
        var merged = after(two, new MergePersons(OP, PERSON, OTHER, WHY));
        var assessed = confirmed(after(merged, assess(PERSON, range(27, 28), 2)), PERSON);
        assertThat(isChild(assessed, PERSON)).isFalse();
        UUID merge = state(assessed).merges().mergeOf(OTHER.toString()).orElseThrow().mergeId();
        var apart = after(assessed, new UnmergePersons(OP, merge, WHY));
        assertThat(person(apart).age().min()).isEqualTo(15);
        assertThat(isChild(apart, PERSON)).isTrue();
        // One of before the merge was of the person whose registration it names.
        var before = confirmed(after(two, assess(PERSON, range(27, 28), 2)), PERSON);
        var mergedSince =
                after(before.at(NOON.plusSeconds(60)), new MergePersons(OP, PERSON, OTHER, WHY));
        UUID later = state(mergedSince).merges().mergeOf(OTHER.toString()).orElseThrow().mergeId();
        assertThat(isChild(after(mergedSince, new UnmergePersons(OP, later, WHY)), PERSON))
                .isFalse();
    }

    private static UUID waiting(Scenario<?, IntakeState, ?, ?> scenario) {
        return UUID.fromString(
                state(scenario).conflicts().assessments().keySet().iterator().next());
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> confirmed(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> asked, UUID person) {
        return asked.given(
                asked.when(new ConfirmAgeAssessment(OP, person, waiting(asked)), DOCTOR).events());
    }

    private static CorrectFromStore fromStore(String tablet, long basedOn, int years) {
        return new CorrectFromStore(
                OP,
                PERSON,
                basedOn,
                tablet,
                new Correction(null, range(years, years), null, null, null, null, "asked again"));
    }

    private static SettleConflict settle(UUID conflictId, Took took) {
        return new SettleConflict(OP, PERSON, conflictId, took, null, "certificate seen");
    }
}
