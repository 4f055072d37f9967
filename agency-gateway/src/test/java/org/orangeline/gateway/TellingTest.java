package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Times;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.gateway.telling.FeedEvent;

/** Who comes into the rows of an agreement, who leaves them, and what is told of it. */
class TellingTest {

    private static final UUID CONFLICT = new UUID(0x7000, 77);

    private static final UUID PERSON = UUID.fromString("01957a3e-5c1b-7d2e-8f30-9a1b2c3d4e5f");
    private static final UUID OTHER = UUID.fromString("01957a3e-5c1b-7d2e-8f30-9a1b2c3d4e60");
    private static final UUID PLACEMENT = UUID.fromString("01957a3e-5c1b-7d2e-8f30-9a1b2c3d4e70");
    private static final UUID SOMETHING = UUID.fromString("01957a3e-5c1b-7d2e-8f30-9a1b2c3d4e80");

    private static final Agreement CHILDREN =
            Given.agreement(
                    "child-protection",
                    Given.children(),
                    Map.of(
                            "PersonArrived", List.of("/sex"),
                            "PersonEnteredScope", List.of("/sex", "/age/min", "/facilityId"),
                            "FamilyLinked", List.of("/relativeId", "/relation"),
                            "PlacedInDetention", List.of("/facilityId")));

    @Test
    void a_child_is_told_from_its_arrival_and_an_adult_never() {
        var log = new Given.Log(CHILDREN).append(arrived(PERSON, 9), arrived(OTHER, 30));

        assertThat(log.names()).containsExactly("PersonArrived");
    }

    @Test
    void a_sensitive_need_of_a_log_from_before_is_told_to_nobody() {
        Agreement camp =
                Given.agreement(
                        "camp",
                        Given.in("camp-1"),
                        Map.of(
                                "PersonEnteredScope", List.of("/needs"),
                                "PersonDetailsCorrected", List.of("/needs")));
        var log =
                new Given.Log(camp)
                        .append(
                                needing("SURVIVOR", "WOUNDED"),
                                held("camp-1"),
                                corrected("PREGNANT", "SURVIVOR"));

        assertThat(log.names()).containsExactly("PersonEnteredScope", "PersonDetailsCorrected");
        assertThat(log.told(0).getFirst().data()).isEqualTo(Map.of("needs", List.of("WOUNDED")));
        assertThat(log.told(0).getLast().data()).isEqualTo(Map.of("needs", List.of("PREGNANT")));
    }

    @Test
    void who_was_19_and_is_corrected_to_16_enters_with_the_facts_so_far() {
        var log =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 19), held("prison-1"), corrected(16));

        assertThat(log.names()).containsExactly("PersonEnteredScope");
        FeedEvent entered = log.told(0).getFirst();
        assertThat(entered.acknowledge()).isTrue();
        assertThat(entered.data())
                .isEqualTo(
                        Map.of(
                                "sex", "FEMALE",
                                "age", Map.of("min", 16),
                                "facilityId", "prison-1"));
    }

    @Test
    void who_was_16_and_is_corrected_to_19_leaves_and_is_told_of_no_more() {
        var log =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 16), corrected(19), held("prison-1"));

        assertThat(log.names()).containsExactly("PersonArrived", "PersonLeftScope");
        assertThat(log.told(0).getLast().data()).isEqualTo(Map.of("why", "AGE"));
    }

    @Test
    void whose_age_is_in_dispute_is_in_the_rows_of_children_until_it_is_settled() {
        var log =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 19), disputed(16), settled(), held("prison-1"));

        assertThat(log.names()).containsExactly("PersonEnteredScope", "PersonLeftScope");
    }

    @Test
    void who_turns_18_leaves_with_the_next_event_about_the_person() {
        var log =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 17))
                        .at(Given.START.plusSeconds(500L * 86_400))
                        .append(held("prison-1"));

        assertThat(log.names())
                .containsExactly("PersonArrived", "PlacedInDetention", "PersonLeftScope");
    }

    @Test
    void a_camp_hears_of_who_is_headed_there_and_of_who_leaves() {
        var log =
                new Given.Log(
                                Given.agreement(
                                        "camp",
                                        Given.in("camp-2"),
                                        Map.of("Transferred", List.of("/facilityId"))))
                        .append(
                                arrived(PERSON, 30),
                                held("camp-1"),
                                transferOrdered("camp-1", "camp-2"),
                                transferred("camp-1", "camp-2"),
                                released("camp-2"));

        assertThat(log.names())
                .containsExactly("PersonEnteredScope", "Transferred", "PersonLeftScope");
        assertThat(log.told(0).getLast().data()).isEqualTo(Map.of("why", "PLACE"));
    }

    @Test
    void justice_hears_of_the_criminal_basis_only() {
        Agreement justice =
                Given.agreement(
                        "justice",
                        Given.on(Basis.CRIMINAL_CUSTODY),
                        Map.of("PlacedInDetention", List.of("/basis")));

        assertThat(new Given.Log(justice).append(arrived(PERSON, 30), held("prison-1")).names())
                .containsExactly("PersonEnteredScope", "PlacedInDetention");
        assertThat(
                        new Given.Log(justice)
                                .append(
                                        arrived(PERSON, 30),
                                        new PlacedInDetention(
                                                PERSON,
                                                PLACEMENT,
                                                "camp-1",
                                                Basis.INTERNMENT,
                                                null))
                                .names())
                .isEmpty();
    }

    @Test
    void who_is_put_on_another_basis_leaves_the_rows_of_the_former_one() {
        Agreement justice =
                Given.agreement(
                        "justice",
                        Given.on(Basis.CRIMINAL_CUSTODY),
                        Map.of("BasisChanged", List.of("/from", "/basis")));
        var changed =
                new BasisChanged(
                        PERSON,
                        PLACEMENT,
                        "prison-1",
                        Basis.CRIMINAL_CUSTODY,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        null,
                        Given.sealed(PERSON, "BasisChanged", "/reason"));

        assertThat(
                        new Given.Log(justice)
                                .append(arrived(PERSON, 30), held("prison-1"), changed)
                                .names())
                .containsExactly("PersonEnteredScope", "BasisChanged", "PersonLeftScope");
    }

    @Test
    void a_merge_its_reversal_and_an_erasure_are_notices_to_who_has_heard_of_the_person() {
        var log =
                new Given.Log(CHILDREN)
                        .append(
                                arrived(PERSON, 9),
                                arrived(OTHER, 30),
                                new PersonsMerged(
                                        OTHER,
                                        SOMETHING,
                                        PERSON,
                                        Given.sealed(OTHER, "PersonsMerged", "/reason")),
                                new PersonsUnmerged(
                                        OTHER,
                                        SOMETHING,
                                        PERSON,
                                        Given.sealed(OTHER, "PersonsUnmerged", "/reason")),
                                new IdentityErased(OTHER, SOMETHING),
                                new IdentityErased(PERSON, SOMETHING));

        assertThat(log.names())
                .containsExactly("PersonArrived", "MergeNotice", "UnmergeNotice", "ErasureNotice");
        FeedEvent merge = log.told(0).get(1);
        assertThat(merge.data().get("persons"))
                .isEqualTo(List.of(log.told(0).getFirst().subject()));
        assertThat(merge.data()).doesNotContainKey("survivor");
        assertThat(log.told(0).subList(1, 4)).allMatch(FeedEvent::acknowledge);
    }

    @Test
    void a_reopened_screening_is_a_notice_to_who_hears_of_findings() {
        var reopened =
                new ScreeningReopened(
                        PERSON, SOMETHING, Given.sealed(PERSON, "ScreeningReopened", "/reason"));
        Agreement findings =
                Given.agreement(
                        "justice",
                        Given.everybody(),
                        Map.of("ScreeningConcluded", List.of("/finding")));

        assertThat(new Given.Log(findings).append(arrived(PERSON, 30), reopened).names())
                .containsExactly("ScreeningReopenedNotice");
        assertThat(new Given.Log(CHILDREN).append(arrived(PERSON, 9), reopened).names())
                .containsExactly("PersonArrived");
    }

    @Test
    void P18_who_was_told_of_a_fact_is_told_that_it_was_not_so() {
        var died =
                new PersonDied(
                        PERSON,
                        Instant.EPOCH,
                        Given.sealed(PERSON, "PersonDied", "/circumstances"));
        var withdrawn =
                new DepartureWithdrawn(
                        PERSON,
                        SOMETHING,
                        DepartureWithdrawalRequested.Fact.DEATH,
                        DepartureWithdrawn.Standing.HERE,
                        "human:a");
        Agreement deaths =
                Given.agreement(
                        "tracing", Given.everybody(), Map.of("PersonDied", List.of("/diedAt")));

        var log = new Given.Log(deaths).append(arrived(PERSON, 30), died, withdrawn);
        assertThat(log.names()).containsExactly("PersonDied", "WithdrawnNotice");
        FeedEvent notice = log.told(0).getLast();
        assertThat(notice.acknowledge()).isTrue();
        assertThat(notice.data()).isEqualTo(Map.of("fact", "PersonDied"));
        assertThat(notice.subject()).isEqualTo(log.told(0).getFirst().subject());
        assertThat(new Given.Log(CHILDREN).append(arrived(PERSON, 9), died, withdrawn).names())
                .containsExactly("PersonArrived");
    }

    @Test
    void P18_who_was_told_of_a_child_acknowledges_that_the_birth_was_none() {
        var born = new BornInCustody(OTHER, PERSON, SOMETHING, "al-hol", Instant.EPOCH, Sex.FEMALE);
        var none =
                new FactWithdrawn(
                        PERSON,
                        SOMETHING,
                        "al-hol",
                        SOMETHING,
                        SOMETHING.toString(),
                        "BornInCustody",
                        FactWithdrawn.Standing.OUTSIDE,
                        null,
                        "human:a");
        var registration = new RegistrationWithdrawn(PERSON, SOMETHING, "human:a");
        Agreement births =
                Given.agreement(
                        "registry",
                        Given.everybody(),
                        Map.of(
                                "BornInCustody",
                                List.of("/bornAt"),
                                "PersonArrived",
                                List.of("/registrationNumber")));

        var log = new Given.Log(births).append(born, arrived(PERSON, 0), none, registration);
        assertThat(log.names())
                .startsWith("BornInCustody", "PersonArrived", "WithdrawnNotice", "WithdrawnNotice");
        assertThat(log.told(0))
                .filteredOn(event -> event.event().equals("WithdrawnNotice"))
                .allMatch(FeedEvent::acknowledge)
                .extracting(event -> event.data().get("fact"))
                .containsExactly("BornInCustody", "PersonArrived");
    }

    @Test
    void a_relative_outside_the_rows_is_not_named() {
        var log =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 9), arrived(OTHER, 30), linked(PERSON, OTHER));

        assertThat(log.told(0).getLast().data()).isEqualTo(Map.of("relation", "PARENT"));
        var both =
                new Given.Log(CHILDREN)
                        .append(arrived(PERSON, 9), arrived(OTHER, 12), linked(PERSON, OTHER));
        assertThat(both.told(0).getLast().data().get("relativeId"))
                .isEqualTo(both.told(0).get(1).subject());
    }

    @Test
    void times_are_cut_off_where_the_agreement_does_not_allow_exact_ones() {
        Map<String, List<String>> events = Map.of("PersonArrived", List.of("/arrivedAt"));
        var log =
                new Given.Log(
                                Given.agreement("a", Given.everybody(), Times.HOUR, events),
                                Given.agreement("b", Given.everybody(), Times.DAY, events),
                                Given.agreement("c", Given.everybody(), Times.EXACT, events))
                        .append(arrived(PERSON, 9));

        assertThat(log.told(0).getFirst().time()).isEqualTo("2019-03-05T09:00:00Z");
        assertThat(log.told(0).getFirst().data())
                .isEqualTo(Map.of("arrivedAt", "2019-03-05T09:00:00Z"));
        assertThat(log.told(1).getFirst().data())
                .isEqualTo(Map.of("arrivedAt", "2019-03-05T00:00:00Z"));
        assertThat(log.told(2).getFirst().time()).isEqualTo(Given.START);
    }

    @Test
    void nothing_is_told_of_another_operation_or_after_the_agreement_has_ended() {
        var elsewhere =
                Given.agreement(
                        "a",
                        new org.orangeline.agreement.Rows(
                                List.of("elsewhere"), false, List.of(), List.of()),
                        Map.of("PersonArrived", List.of("/sex")));
        assertThat(new Given.Log(elsewhere).append(arrived(PERSON, 9)).names()).isEmpty();
        assertThat(
                        new Given.Log(CHILDREN)
                                .at(Instant.parse("2031-01-01T00:00:00Z"))
                                .append(arrived(PERSON, 9))
                                .names())
                .isEmpty();
    }

    @Test
    void a_birth_date_is_told_with_how_much_of_it_is_known() {
        Agreement before =
                Given.agreement(
                        "before",
                        Given.everybody(),
                        Map.of("PersonDetailsCorrected", List.of("/age/birthDate")));
        Age year = Age.born(PartialDate.of("2004"), BirthDateBasis.CLAIMED);
        var log =
                new Given.Log(before)
                        .append(
                                arrived(PERSON, 9),
                                new PersonDetailsCorrected(
                                        PERSON,
                                        null,
                                        year,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Given.sealed(PERSON, "PersonDetailsCorrected", "/reason"),
                                        null));

        assertThat(log.told(0).getLast().data())
                .isEqualTo(Map.of("age", Map.of("birthDate", "2004-01-01", "precision", "YEAR")));
    }

    private static PersonDetailsCorrected corrected(String... needs) {
        return new PersonDetailsCorrected(
                PERSON,
                null,
                null,
                null,
                List.of(needs),
                null,
                null,
                Given.sealed(PERSON, "PersonDetailsCorrected", "/reason"),
                null);
    }

    private static PersonArrived arrived(UUID person, int age) {
        return arrived(person, age, List.of());
    }

    private static PersonArrived needing(String... needs) {
        return arrived(PERSON, 30, List.of(needs));
    }

    private static PersonArrived arrived(UUID person, int age, List<String> needs) {
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                Given.START,
                Sex.FEMALE,
                Age.between(age, age, LocalDate.parse("2019-03-05")),
                List.of(),
                needs,
                null,
                null,
                null);
    }

    private static FieldConflictFound disputed(int age) {
        return new FieldConflictFound(
                PERSON,
                CONFLICT,
                PersonField.AGE,
                0,
                1,
                null,
                Age.between(age, age, LocalDate.parse("2019-03-05")),
                null,
                null,
                null,
                null,
                "tablet-3",
                Given.sealed(PERSON, "FieldConflictFound", "/reason"));
    }

    private static FieldConflictSettled settled() {
        return new FieldConflictSettled(
                PERSON,
                CONFLICT,
                PersonField.AGE,
                FieldConflictSettled.Took.STANDING,
                Given.sealed(PERSON, "FieldConflictSettled", "/reason"));
    }

    private static PersonDetailsCorrected corrected(int age) {
        return new PersonDetailsCorrected(
                PERSON,
                null,
                Age.between(age, age, LocalDate.parse("2019-03-05")),
                null,
                null,
                null,
                null,
                Given.sealed(PERSON, "PersonDetailsCorrected", "/reason"));
    }

    private static PlacedInDetention held(String facility) {
        return new PlacedInDetention(PERSON, PLACEMENT, facility, Basis.CRIMINAL_CUSTODY, null);
    }

    private static TransferOrdered transferOrdered(String from, String to) {
        return new TransferOrdered(
                PERSON,
                PLACEMENT,
                SOMETHING,
                from,
                to,
                null,
                Given.sealed(PERSON, "TransferOrdered", "/reason"));
    }

    private static Transferred transferred(String from, String to) {
        return new Transferred(PERSON, PLACEMENT, SOMETHING, from, to, null);
    }

    private static ReleasedFromDetention released(String from) {
        return new ReleasedFromDetention(
                PERSON,
                PLACEMENT,
                from,
                Basis.CRIMINAL_CUSTODY,
                Given.sealed(PERSON, "ReleasedFromDetention", "/reason"),
                null,
                null);
    }

    private static FamilyLinked linked(UUID person, UUID relative) {
        return new FamilyLinked(
                person,
                SOMETHING,
                relative,
                FamilyRole.PARENT,
                Given.sealed(person, "FamilyLinked", "/reason"));
    }
}
