package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.prison;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.orders.Party;

/** Rules hold by whatever way they are come at. */
class WaysAroundTest {

    private static final UUID ID = new UUID(0x7000, 950);
    private static final UUID CONVOY = new UUID(0x7000, 951);

    @Test
    void P2_a_notice_of_an_earlier_stay_leaves_the_present_one_open() {
        UUID later = new UUID(0x7000, 900);
        var back =
                open().given(adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(
                                new ReleasedFromDetention(
                                        PERSON,
                                        placementOf(PERSON),
                                        "camp",
                                        Basis.INTERNMENT,
                                        Confidential.of("no ground"),
                                        null,
                                        null),
                                ordered(PERSON, later, "camp", Basis.VOLUNTARY_SHELTER),
                                new BureauNotified(PERSON, placementOf(PERSON), "camp", "N-1"));
        assertThat(back.own().operation(OP).openPlacement(PERSON))
                .hasValueSatisfying(one -> assertThat(one.placementId()).isEqualTo(later));
        back.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P2");
    }

    @Test
    void P14_who_died_in_a_facility_is_placed_nowhere() {
        open().given(adult(PERSON))
                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .given(
                        new DiedInCustody(
                                PERSON, placementOf(PERSON), "camp", NOON, Confidential.of("ill")))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenRefused("P14");
    }

    @Test
    void who_is_on_the_road_is_neither_cancelled_nor_admitted_nor_planned_for_another_convoy() {
        var onTheWay =
                open().given(adult(PERSON))
                        .given(
                                ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER),
                                new ConvoyPlanned(CONVOY, "camp", List.of(PERSON)),
                                new ConvoyDeparted(CONVOY, "camp", List.of(PERSON), "e", NOON));
        onTheWay.when(new CancelPlacement(OP, placementOf(PERSON), PERSON, "why"), OFFICER)
                .thenConflict();
        onTheWay.when(new AdmitPerson(OP, placementOf(PERSON), PERSON, null, null), OFFICER)
                .thenConflict();
        onTheWay.when(new PlanConvoy(OP, ID, "camp", List.of(PERSON)), OFFICER).thenConflict();
    }

    @Test
    void P6_a_hand_over_splits_no_family() {
        open().given(mother(), child())
                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .given(assessed(CHILD, Risk.NO_SUBSTANTIAL_RISK))
                .when(Given.handOver(placementOf(CHILD), CHILD, "IRQ"), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_another_relative_at_the_destination_does_not_make_up_for_the_child_left_behind() {
        open().given(mother(), child(), adult(FATHER), facility("big", FacilityKind.CAMP, 9))
                .given(
                        new FamilyLinked(
                                MOTHER, ID, FATHER, FamilyRole.SIBLING, Confidential.of("says so")))
                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER))
                .when(
                        new OrderTransfer(
                                OP,
                                List.of(new Party.Named(placementOf(MOTHER), MOTHER)),
                                "big",
                                null,
                                WHY),
                        OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_a_child_whose_carer_goes_is_questioned_at_once() {
        assertThat(
                        open().given(mother(), child())
                                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                                .when(Given.release(placementOf(MOTHER), MOTHER), OFFICER)
                                .event(PlacementQuestioned.class))
                .isEqualTo(
                        new PlacementQuestioned(
                                CHILD, placementOf(CHILD), "camp", List.of("P6", "P15"), null));
    }

    @Test
    void P6_a_merge_hides_no_family() {
        open().given(mother(), child(), arrived(PERSON, Sex.FEMALE, ageOf(30), null))
                .given(merged(PERSON, MOTHER))
                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(CHILD, "children"), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P7_two_strangers_of_one_order_are_strangers_too() {
        open().given(
                        adult(PERSON),
                        arrived(FATHER, Sex.FEMALE, ageOf(30), null),
                        concluded(PERSON, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION),
                        concluded(FATHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                .when(new OrderTogether(OP, List.of(prison(PERSON), prison(FATHER))), OFFICER)
                .thenRefused("P7");
    }

    @Test
    void P8_is_looked_at_again_at_the_door_and_follows_a_merge() {
        var apart = new KeepApartDeclared(PERSON, FATHER, Confidential.of("a dispute"));
        open().given(adult(PERSON), adult(FATHER))
                .given(
                        ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER),
                        ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER),
                        apart)
                .when(new AdmitPerson(OP, placementOf(PERSON), PERSON, null, null), OFFICER)
                .thenRefused("P8");
        open().given(adult(PERSON), adult(FATHER), adult(MOTHER))
                .given(apart)
                .given(merged(MOTHER, PERSON))
                .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(MOTHER, "camp"), OFFICER)
                .thenRefused("P8");
    }

    @Test
    void P9_a_risk_that_is_recorded_on_either_record_counts() {
        open().given(adult(PERSON), adult(FATHER))
                .given(assessed(FATHER, Risk.RISK), assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .given(merged(PERSON, FATHER))
                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                .thenRefused("P9");
    }

    @Test
    void P14_a_merge_with_a_childs_record_questions_a_place_in_a_prison() {
        assertThat(
                        open().given(adult(PERSON), child())
                                .given(
                                        concluded(
                                                PERSON,
                                                Finding.FIGHTER,
                                                GroundCode.CRIMINAL_SUSPICION))
                                .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY))
                                .given(merged(PERSON, CHILD))
                                .when(new QuestionMerge(OP, PERSON, CHILD, ID), ROBOT)
                                .event(PlacementQuestioned.class)
                                .rules())
                .contains("P3");
    }

    private static Age ageOf(int years) {
        return Age.between(years, years, TODAY);
    }

    private static PersonsMerged merged(UUID stays, UUID other) {
        return new PersonsMerged(stays, ID, other, Confidential.of("same papers"));
    }
}
