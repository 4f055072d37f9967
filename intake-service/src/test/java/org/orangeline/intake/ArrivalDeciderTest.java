package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.correct;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.openOperation;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Sealed;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.arrival.Person;

class ArrivalDeciderTest {

    private static final LocalDate TODAY = LocalDate.parse("2019-03-01");

    @Test
    void an_operation_is_opened_once() {
        nothing().when(openOperation(), OFFICER).thenAccepted();
        open().when(openOperation(), OFFICER).thenConflict();
    }

    @Test
    void nobody_is_registered_in_an_operation_that_is_not_open() {
        nothing().when(register(PERSON), OFFICER).thenNotFound();
    }

    @Test
    void numbers_are_given_in_the_order_of_arrival() {
        var first = open().when(register(PERSON), OFFICER);
        assertThat(first.event(PersonArrived.class).registrationNumber()).isEqualTo("BGZ-000001-7");
        var second =
                open().given(first.events())
                        .when(register(OTHER), OFFICER)
                        .event(PersonArrived.class);
        assertThat(second.registrationNumber()).startsWith("BGZ-000002-");
    }

    @Test
    void a_person_is_registered_once() {
        var arrived = open().when(register(PERSON), OFFICER).events();
        open().given(arrived).when(register(PERSON), OFFICER).thenConflict();
    }

    @Test
    void a_family_group_takes_a_hundred_and_says_so_to_the_next() {
        FamilyTie full = Given.tie("f-1", FamilyRole.CHILD);
        FamilyTie other = Given.tie("f-2", FamilyRole.CHILD);
        List<DomainEvent> arrived = new ArrayList<>();
        for (int i = 0; i < FamilyTie.MOST_MEMBERS; i++) {
            UUID child = new UUID(7, i);
            arrived.addAll(
                    open().given(arrived).when(Given.member(child, 9, full), OFFICER).events());
        }
        var crowd = open().given(arrived);
        crowd.when(Given.member(PERSON, 9, full), OFFICER).thenConflict();
        var elsewhere = crowd.when(Given.member(PERSON, 9, other), OFFICER);
        assertThat(elsewhere.event(PersonArrived.class).family()).isEqualTo(other);
        long version = elsewhere.own().person(OP, PERSON).orElseThrow().version();
        crowd.given(elsewhere.events()).when(tied(PERSON, version, full), OFFICER).thenConflict();
        // Who is in it stays in it.
        UUID member = new UUID(7, 3);
        long known = crowd.own().person(OP, member).orElseThrow().version();
        crowd.when(tied(member, known, full), OFFICER).thenAccepted();
    }

    private static CorrectDetails tied(UUID person, long version, FamilyTie family) {
        return new CorrectDetails(
                OP, person, version, null, null, null, null, family, null, "as she says");
    }

    @Test
    void an_estimated_age_is_relative_to_the_day_of_the_arrival() {
        assertThat(ageDay(NOON.minus(Duration.ofDays(3)))).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void a_tablets_clock_that_is_far_off_ages_nobody() {
        assertThat(ageDay(Instant.parse("2009-01-01T00:00:00Z"))).isEqualTo(TODAY);
        assertThat(ageDay(NOON.plus(Duration.ofDays(300)))).isEqualTo(TODAY);
    }

    private static LocalDate ageDay(Instant arrivedAt) {
        return Objects.requireNonNull(
                open().when(register(PERSON, arrivedAt, range(16, 20)), OFFICER)
                        .event(PersonArrived.class)
                        .age()
                        .estimatedOn());
    }

    @Test
    void the_state_holds_identities_sealed() {
        Person person =
                open().when(register(PERSON), OFFICER).own().person(OP, PERSON).orElseThrow();
        assertThat(person.identity()).isInstanceOf(Sealed.class);
    }

    @Test
    void a_correction_changes_what_it_names_and_nothing_else() {
        var arrived = open().given(open().when(register(PERSON), OFFICER).events());
        Person before = arrived.own().person(OP, PERSON).orElseThrow();
        var corrected = arrived.when(correct(PERSON, before.version(), range(15, 15)), OFFICER);
        Person after = corrected.own().person(OP, PERSON).orElseThrow();
        assertThat(corrected.event(PersonDetailsCorrected.class).sex()).isNull();
        assertThat(after.age().isChildOrInDoubt(TODAY)).isTrue();
        assertThat(after.nationalities()).isEqualTo(before.nationalities());
        assertThat(after.registrationNumber()).isEqualTo(before.registrationNumber());
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    void a_correction_of_an_older_version_is_refused() {
        var arrived = open().given(open().when(register(PERSON), OFFICER).events());
        long version = arrived.own().person(OP, PERSON).orElseThrow().version();
        arrived.when(correct(PERSON, version - 1, range(15, 15)), OFFICER).thenChangedMeanwhile();
        open().when(correct(PERSON, 1, range(15, 15)), OFFICER).thenNotFound();
    }

    @Test
    void an_age_that_is_corrected_is_relative_to_the_day_of_the_correction() {
        var arrived = open().given(open().when(register(PERSON), OFFICER).events());
        long version = arrived.own().person(OP, PERSON).orElseThrow().version();
        var corrected =
                arrived.at(NOON.plus(Duration.ofDays(400)))
                        .when(correct(PERSON, version, range(17, 17)), OFFICER);
        Person person = corrected.own().person(OP, PERSON).orElseThrow();
        assertThat(person.age().estimatedOn()).isEqualTo(TODAY.plusDays(400));
        assertThat(person.age().isChildOrInDoubt(TODAY.plusDays(400))).isTrue();
        assertThat(person.age().isChildOrInDoubt(TODAY.plusDays(800))).isFalse();
    }

    @Test
    void several_nationality_claims_stand_beside_each_other_with_their_bases() {
        var claims =
                List.of(
                        new NationalityClaim("SYR", NationalityBasis.CLAIMED),
                        new NationalityClaim("TUR", NationalityBasis.DOCUMENT));
        var arrived = open().given(open().when(register(PERSON), OFFICER).events());
        long version = arrived.own().person(OP, PERSON).orElseThrow().version();
        var corrected =
                arrived.when(
                        new CorrectDetails(
                                OP, PERSON, version, null, null, claims, null, null, null, "both"),
                        OFFICER);
        assertThat(corrected.own().person(OP, PERSON).orElseThrow().nationalities())
                .isEqualTo(claims);
    }
}
