package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.accompanying;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.internment;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.onlyFor;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.prison;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.ConsentGiver;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.StatedGround;

class OrderRulesTest {

    private static final UUID OTHER = new UUID(0x7000, 7);

    @Test
    void a_human_orders_and_the_place_is_reserved() {
        var ordered = open().given(adult(PERSON)).when(shelter(PERSON, "camp"), OFFICER);
        PlacementOrdered event = ordered.event(PlacementOrdered.class);
        assertThat(event.orderedBy()).isEqualTo("human:officer");
        assertThat(event.reviewDue()).isNull();
        assertThat(ordered.own().operation(OP).facility("camp").orElseThrow().free()).isOne();
    }

    @Test
    void P10_the_first_review_counts_from_the_earliest_plausible_moment() {
        var event =
                open().given(
                                adult(PERSON),
                                concluded(
                                        PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .when(internment(PERSON, null), OFFICER)
                        .event(PlacementOrdered.class);
        assertThat(event.custodySince()).isEqualTo(NOON.minus(Duration.ofHours(1)));
        assertThat(event.reviewDue()).isEqualTo(event.custodySince().plus(Duration.ofHours(72)));
    }

    @Test
    void S6_a_machine_cannot_order() {
        open().given(adult(PERSON)).when(shelter(PERSON, "camp"), ROBOT).thenRefused("S6");
    }

    @Test
    void a_person_or_facility_that_is_not_known_cannot_be_ordered() {
        open().when(shelter(PERSON, "camp"), OFFICER).thenNotFound();
        open().given(adult(PERSON)).when(shelter(PERSON, "nowhere"), OFFICER).thenNotFound();
    }

    @Test
    void P1_a_full_facility_takes_nobody_more() {
        open().given(
                        adult(PERSON),
                        adult(OTHER),
                        adult(MOTHER),
                        ordered(OTHER, "camp", Basis.VOLUNTARY_SHELTER),
                        ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenConflict();
    }

    @Test
    void P2_a_person_has_one_open_placement() {
        open().given(adult(PERSON), ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenRefused("P2");
    }

    @Test
    void P3_a_child_or_a_person_in_doubt_never_goes_to_a_prison() {
        open().given(
                        arrived(PERSON, Sex.MALE, Age.between(17, 20, Given.TODAY), null),
                        concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                .when(prison(PERSON), OFFICER)
                .thenRefused("P3");
    }

    @Test
    void P3_a_child_found_associated_goes_to_child_protection() {
        var given =
                open().given(
                                child(),
                                concluded(
                                        CHILD,
                                        Finding.CHILD_ASSOCIATED,
                                        GroundCode.SPECIFIC_THREAT));
        given.when(internment(CHILD, null), OFFICER).thenRefused("P3", "P15");
        given.when(shelter(CHILD, "camp"), OFFICER).thenRefused("P3", "P15");
        given.when(shelter(CHILD, "children"), OFFICER).thenAccepted();
    }

    @Test
    void P3_beside_family_means_beside_a_relative_who_is_placed_there() {
        var given =
                open().given(
                                mother(),
                                child(),
                                concluded(
                                        CHILD,
                                        Finding.CHILD_ASSOCIATED,
                                        GroundCode.SPECIFIC_THREAT));
        var besideMother =
                new OrderPlacement(
                        OP,
                        CHILD,
                        "camp",
                        null,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        MOTHER,
                        Given.CONSENT);
        given.when(besideMother, OFFICER).thenRefused("P3", "P15", "P6");
        given.given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(besideMother, OFFICER)
                .thenAccepted();
    }

    @Test
    void P5_an_undetermined_finding_leads_to_no_internment() {
        open().given(
                        adult(PERSON),
                        concluded(PERSON, Finding.UNDETERMINED, GroundCode.SPECIFIC_THREAT))
                .when(internment(PERSON, null), OFFICER)
                .thenRefused("P5");
    }

    @Test
    void strangers_who_share_a_familys_id_are_no_family() {
        var scenario = open().given(mother(), child(), ordered(MOTHER, "camp", Basis.INTERNMENT));
        var strangers = new java.util.ArrayList<org.orangeline.events.DomainEvent>();
        for (int i = 0; i < 100; i++) {
            strangers.add(
                    arrived(
                            new UUID(0x7001, i),
                            Sex.MALE,
                            Age.between(30, 40, Given.TODAY),
                            child().family()));
        }
        scenario.given(strangers)
                .when(accompanying(CHILD, MOTHER), OFFICER)
                .thenRefused("P5", "P15");
    }

    @Test
    void P4_a_prison_needs_finding_ground_and_reference() {
        var fighter =
                open().given(
                                adult(PERSON),
                                concluded(PERSON, Finding.FIGHTER, GroundCode.COMMAND_ROLE));
        open().given(adult(PERSON)).when(prison(PERSON), OFFICER).thenRefused("P4");
        fighter.when(
                        new OrderPlacement(
                                OP,
                                PERSON,
                                "prison",
                                null,
                                Basis.CRIMINAL_CUSTODY,
                                new StatedGround(GroundCode.SPECIFIC_THREAT, "stated"),
                                "Art. 5",
                                null,
                                null),
                        OFFICER)
                .thenRefused("P4");
        fighter.when(
                        new OrderPlacement(
                                OP,
                                PERSON,
                                "prison",
                                null,
                                Basis.CRIMINAL_CUSTODY,
                                Given.CRIMINAL,
                                null,
                                null,
                                null),
                        OFFICER)
                .thenRefused("P4");
        fighter.when(shelter(PERSON, "prison"), OFFICER).thenRefused("P4");
        fighter.when(prison(PERSON), OFFICER).thenAccepted();
        open().given(adult(PERSON), concluded(PERSON, Finding.FIGHTER, GroundCode.SPECIFIC_THREAT))
                .when(prison(PERSON), OFFICER)
                .thenRefused("P4");
    }

    @Test
    void S2_nationality_is_no_ground_for_custody() {
        open().given(adult(PERSON), concluded(PERSON, Finding.FIGHTER, GroundCode.SPECIFIC_THREAT))
                .when(
                        new OrderPlacement(
                                OP,
                                PERSON,
                                "prison",
                                null,
                                Basis.CRIMINAL_CUSTODY,
                                new StatedGround(GroundCode.NATIONALITY, "is a foreigner"),
                                "Art. 5",
                                null,
                                null),
                        OFFICER)
                .thenRefused("S2", "P4");
    }

    @Test
    void S2_a_family_tie_is_no_ground_for_internment() {
        open().given(mother(), concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE))
                .when(internment(MOTHER, GroundCode.FAMILY_TIE), OFFICER)
                .thenRefused("S2", "P5");
    }

    @Test
    void P5_an_adult_in_need_accompanies_a_relative_with_consent_only_and_may_take_it_back() {
        var interned =
                open().given(mother(), Given.elderlyBrother(PERSON))
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT));
        interned.when(accompanying(PERSON, MOTHER), OFFICER).thenRefused("P5");
        var young = interned.given(Given.ageCorrected(PERSON, 17));
        young.by(OFFICER)
                .given(Given.ageDisputed(PERSON, PERSON, 40))
                .when(accompanying(PERSON, MOTHER), OFFICER)
                .thenRefused("P5");
        young.by(ROBOT)
                .given(Given.ageDisputed(PERSON, PERSON, 40))
                .when(accompanying(PERSON, MOTHER), OFFICER)
                .thenAccepted();
        var ordered =
                interned.given(interned.when(Given.joining(PERSON, MOTHER), OFFICER).events());
        var placement =
                ordered.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
        var withdraw = new WithdrawConsent(OP, placement, PERSON, WHY, null);
        var withdrawn = ordered.when(withdraw, OFFICER);
        assertThat(withdrawn.event(PlacementQuestioned.class).rules()).containsExactly("P5");
        assertThat(
                        ordered.given(withdrawn.events())
                                .own()
                                .operation(OP)
                                .placement(placement)
                                .orElseThrow()
                                .liberty())
                .isNotNull();
        var back = ordered.given(withdrawn.events()).at(NOON.plusSeconds(120));
        back.when(consenting(placement, Basis.ACCOMPANYING_FAMILY, NOON), OFFICER)
                .thenRefused("P5");
        Instant later = NOON.plusSeconds(60);
        back.given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                .when(consenting(placement, Basis.INTERNMENT, later), OFFICER)
                .thenRefused("P19");
        var again = consenting(placement, Basis.ACCOMPANYING_FAMILY, later);
        assertThat(
                        back.given(back.when(again, OFFICER).thenAccepted().events())
                                .own()
                                .operation(OP)
                                .placement(placement)
                                .orElseThrow()
                                .liberty())
                .as("consent given again")
                .isNull();
    }

    @Test
    void P5_consent_counts_that_the_person_gave_after_the_arrival() {
        var here = open().given(adult(PERSON), child());
        Instant before = NOON.minus(Duration.ofHours(2));
        here.when(sheltered(PERSON, new Consent(before, "ar")), OFFICER).thenRefused("P5");
        here.when(sheltered(PERSON, byCarer()), OFFICER).thenRefused("P5");
        var given = new Consent(NOON, "ar", ConsentGiver.PERSON, "officer-7");
        assertThat(
                        here.when(sheltered(PERSON, given), OFFICER)
                                .thenAccepted()
                                .event(PlacementOrdered.class)
                                .consent())
                .isEqualTo(given);
    }

    @Test
    void P5_consent_that_was_taken_back_counts_in_no_other_order() {
        var ordered =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        UUID id = Given.placementOf(PERSON);
        var back =
                ordered.given(
                        ordered.when(new WithdrawConsent(OP, id, PERSON, WHY, null), OFFICER)
                                .events());
        var gone =
                back.given(back.when(Given.release(id, PERSON), OFFICER).thenAccepted().events())
                        .at(NOON.plusSeconds(120));
        gone.when(sheltered(PERSON, Given.CONSENT), OFFICER).thenRefused("P5");
        gone.when(sheltered(PERSON, new Consent(NOON.plusSeconds(60), "ar")), OFFICER)
                .thenAccepted();
        open().given(Given.arrived(CHILD, Sex.MALE, Age.between(5, 6, Given.TODAY), null))
                .when(
                        new OrderPlacement(
                                OP,
                                CHILD,
                                "children",
                                null,
                                Basis.VOLUNTARY_SHELTER,
                                null,
                                null,
                                null,
                                byCarer()),
                        OFFICER)
                .thenRefused("P5");
    }

    @Test
    void P5_who_cares_for_a_child_consents_for_it() {
        open().given(mother(), child())
                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(sheltered(CHILD, byCarer()), OFFICER)
                .thenAccepted();
    }

    @Test
    void P5_whoever_outgrows_a_carers_consent_consents_on_the_same_basis() {
        var sheltered =
                open().given(mother(), child())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        var beside = sheltered.given(sheltered.when(sheltered(CHILD, byCarer()), OFFICER).events());
        UUID placement =
                beside.own().operation(OP).openPlacement(CHILD).orElseThrow().placementId();
        var own = new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, Given.CONSENT);
        var change = new ChangeBasis(OP, placement, CHILD, own, null, null, WHY);
        beside.when(change, OFFICER).thenConflict();
        beside.given(Given.ageCorrected(CHILD, 19)).when(change, OFFICER).thenAccepted();
    }

    @Test
    void P5_consent_of_before_somebody_was_free_counts_no_more() {
        var inside =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var later = inside.at(NOON.plusSeconds(3600));
        UUID id = Given.placementOf(PERSON);
        var free = later.given(later.when(Given.release(id, PERSON), OFFICER).events());
        free.when(sheltered(PERSON, Given.CONSENT), OFFICER).thenRefused("P5");
        free.when(sheltered(PERSON, new Consent(NOON.plusSeconds(3600), "ar")), OFFICER)
                .thenAccepted();
    }

    private static Consent byCarer() {
        return new Consent(NOON, "ar", ConsentGiver.CARER, "officer-7");
    }

    private static OrderPlacement sheltered(UUID person, Consent consent) {
        return new OrderPlacement(
                OP, person, "camp", null, Basis.VOLUNTARY_SHELTER, null, null, null, consent);
    }

    private static ChangeBasis consenting(UUID placement, Basis basis, Instant at) {
        return new ChangeBasis(
                OP,
                placement,
                PERSON,
                new OnBasis(
                        basis,
                        null,
                        null,
                        basis == Basis.ACCOMPANYING_FAMILY ? MOTHER : null,
                        new Consent(at, "ar")),
                null,
                null,
                WHY);
    }

    @Test
    void P5_internment_needs_a_concluded_security_ground() {
        open().given(mother(), concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE))
                .when(internment(MOTHER, GroundCode.SPECIFIC_THREAT), OFFICER)
                .thenRefused("P5");
        open().given(
                        mother(),
                        concluded(
                                MOTHER,
                                Finding.FAMILY_MEMBER,
                                GroundCode.FAMILY_TIE,
                                GroundCode.SECURITY_INFORMATION))
                .when(internment(MOTHER, null), OFFICER)
                .thenAccepted();
    }

    @Test
    void P5_shelter_needs_consent() {
        open().given(adult(PERSON))
                .when(
                        new OrderPlacement(
                                OP,
                                PERSON,
                                "camp",
                                null,
                                Basis.VOLUNTARY_SHELTER,
                                null,
                                null,
                                null,
                                null),
                        OFFICER)
                .thenRefused("P5");
    }

    @Test
    void P5_a_child_accompanies_only_an_interned_relative() {
        open().given(mother(), child())
                .when(accompanying(CHILD, MOTHER), OFFICER)
                .thenRefused("P5", "P15", "P6");
        open().given(mother(), child(), ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(accompanying(CHILD, MOTHER), OFFICER)
                .thenRefused("P5");
        open().given(mother(), child(), ordered(MOTHER, "camp", Basis.INTERNMENT))
                .when(accompanying(CHILD, MOTHER), OFFICER)
                .thenAccepted();
        open().given(mother(), adult(PERSON), ordered(MOTHER, "camp", Basis.INTERNMENT))
                .when(accompanying(PERSON, MOTHER), OFFICER)
                .thenRefused("P5");
    }

    @Test
    void P7_a_facility_takes_whom_it_admits() {
        var given =
                open().given(mother(), adult(PERSON), onlyFor("women", Sex.FEMALE, AgeBand.ADULT));
        given.when(shelter(PERSON, "women"), OFFICER).thenRefused("P7");
        given.when(shelter(MOTHER, "women"), OFFICER).thenAccepted();
    }

    @Test
    void P13_a_civilian_is_not_detained() {
        var given =
                open().given(
                                adult(PERSON),
                                concluded(
                                        PERSON, Finding.CIVILIAN, GroundCode.SECURITY_INFORMATION));
        given.when(internment(PERSON, null), OFFICER).thenRefused("P13");
        given.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
    }

    @Test
    void every_rule_that_is_broken_is_named_at_once() {
        open().given(
                        child(),
                        ordered(CHILD, "camp", Basis.VOLUNTARY_SHELTER),
                        concluded(CHILD, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(
                        new OrderPlacement(
                                OP,
                                CHILD,
                                "prison",
                                null,
                                Basis.CRIMINAL_CUSTODY,
                                new StatedGround(GroundCode.LINE, "stood there"),
                                null,
                                null,
                                null),
                        OFFICER)
                .thenRefused("P2", "S2", "P3", "P4", "P13");
    }
}
