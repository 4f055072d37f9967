package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.accompanying;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.scenario.Scenario;

/**
 * Rules are about persons, not about records: each holds whether the record that is placed stays,
 * or went into the other one.
 */
class MergedPeopleTest {

    private static final UUID ID = new UUID(0x7000, 950);
    private static final UUID TWICE = new UUID(0x7000, 40);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P6_a_merge_lets_no_hand_over_split_a_family(boolean stays) {
        motherAndChildInCamp(stays)
                .given(Given.assessed(MOTHER, ID, "IRQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK))
                .when(Given.handOver(placementOf(MOTHER), MOTHER, "IRQ"), OFFICER)
                .thenRefused("P6");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P6_a_merge_lets_no_transfer_split_a_family(boolean stays) {
        var camp = motherAndChildInCamp(stays);
        camp.when(transfer(new Party.Named(placementOf(MOTHER), MOTHER)), OFFICER)
                .thenRefused("P6");
        camp.when(transfer(new Party.Named(placementOf(CHILD), CHILD)), OFFICER)
                .thenRefused("P15", "P6");
        camp.when(
                        transfer(
                                new Party.Named(placementOf(MOTHER), MOTHER),
                                new Party.Named(placementOf(CHILD), CHILD)),
                        OFFICER)
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P6_a_merge_lets_no_order_split_a_family(boolean stays) {
        var linked = childInCampThenLinked(stays);
        linked.when(shelter(MOTHER, "big"), OFFICER).thenRefused("P6");
        linked.when(shelter(MOTHER, "camp"), OFFICER).thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P6_a_child_whose_carer_goes_is_questioned_by_whatever_record_it_is_placed(boolean stays) {
        assertThat(
                        motherAndChildInCamp(stays)
                                .when(Given.release(placementOf(MOTHER), MOTHER), OFFICER)
                                .event(PlacementQuestioned.class))
                .isEqualTo(
                        new PlacementQuestioned(
                                CHILD, placementOf(CHILD), "camp", List.of("P6", "P15"), null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P6_a_child_comes_to_its_mother_by_whatever_record_she_is_placed(boolean stays) {
        var placed =
                open().given(mother(), same(MOTHER), adultless(CHILD))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(merge(MOTHER, stays))
                        .given(parent(CHILD, counts(MOTHER, stays)))
                        .given(
                                new CarerVerified(
                                        CHILD,
                                        counts(MOTHER, stays),
                                        "second",
                                        Confidential.of("asked both"),
                                        null));
        placed.when(shelter(CHILD, "camp"), OFFICER).thenAccepted();
        placed.when(shelter(CHILD, "children"), OFFICER).thenRefused("P6");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P5_a_child_accompanies_its_mother_by_either_record(boolean stays) {
        var placed =
                open().given(mother(), same(MOTHER), child())
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(merge(MOTHER, stays));
        placed.when(accompanying(CHILD, MOTHER), OFFICER).thenAccepted();
        placed.when(accompanying(CHILD, TWICE), OFFICER).thenAccepted();
        placed.when(accompanying(CHILD, PERSON), OFFICER).thenRefused("P5");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P7_a_husband_is_no_stranger_by_either_record(boolean stays) {
        open().given(
                        ward(),
                        adult(PERSON),
                        same(PERSON),
                        arrived(MOTHER, Sex.FEMALE, Age.between(30, 30, TODAY), null))
                .given(inSection(PERSON))
                .given(merge(PERSON, stays))
                .given(
                        new FamilyLinked(
                                MOTHER,
                                ID,
                                counts(PERSON, stays),
                                FamilyRole.SPOUSE,
                                Confidential.of("both say so")))
                .when(shelter(MOTHER, "ward"), OFFICER)
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P8_two_who_are_kept_apart_are_questioned_at_once_by_either_record(boolean stays) {
        var together =
                open().given(adult(PERSON), adult(FATHER), same(FATHER))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(merge(FATHER, stays));
        for (UUID other : List.of(FATHER, TWICE)) {
            assertThat(together.when(new KeepApart(OP, PERSON, other, WHY), OFFICER).events())
                    .filteredOn(PlacementQuestioned.class::isInstance)
                    .extracting("placementId")
                    .containsExactlyInAnyOrder(placementOf(PERSON), placementOf(FATHER));
        }
        var apart =
                together.given(
                        together.when(new KeepApart(OP, PERSON, FATHER, WHY), OFFICER).events());
        apart.when(new KeepApart(OP, TWICE, PERSON, WHY), OFFICER).thenConflict();
        apart.when(new LiftKeepApart(OP, TWICE, PERSON, WHY), OFFICER).thenAccepted();
        apart.when(new KeepApart(OP, FATHER, TWICE, WHY), OFFICER).thenNotFound();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P13_and_P4_a_finding_on_either_record_counts_when_ordering(boolean stays) {
        open().given(adult(PERSON), same(PERSON))
                .given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .given(concluded(TWICE, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                .given(merge(PERSON, stays))
                .when(prison(counts(PERSON, stays)), OFFICER)
                .thenRefused("P4", "P13");
        open().given(adult(PERSON), same(PERSON))
                .given(concluded(PERSON, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                .given(merge(PERSON, stays))
                .when(prison(counts(PERSON, stays)), OFFICER)
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P9_a_reversal_questions_a_place_of_an_authority_that_rests_on_the_other(boolean stays) {
        var held =
                open().given(adult(PERSON), same(PERSON))
                        .given(Given.receivers())
                        .given(ReceiverTest.of("IRQ", "theirs"))
                        .given(Given.assessed(TWICE, ID, "IRQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK))
                        .given(merge(PERSON, stays))
                        .given(placed(PERSON, "theirs", Basis.VOLUNTARY_SHELTER));
        held.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        var parted =
                held.given(
                        new PersonsUnmerged(
                                stays ? PERSON : TWICE,
                                ID,
                                stays ? TWICE : PERSON,
                                Confidential.of("brothers")));
        assertThat(
                        parted.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P9");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P14_a_finding_on_either_record_questions_the_placement_of_the_person(boolean stays) {
        var held =
                open().given(adult(PERSON), same(PERSON))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(merge(PERSON, stays))
                        .given(concluded(TWICE, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        assertThat(held.reactions(TWICE.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionPlacement(OP, TWICE));
        PlacementQuestioned questioned =
                held.when(new QuestionPlacement(OP, TWICE), ROBOT).event(PlacementQuestioned.class);
        assertThat(questioned.placementId()).isEqualTo(placementOf(PERSON));
        assertThat(questioned.rules()).contains("P13");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P2_a_person_travels_by_the_record_that_is_placed(boolean stays) {
        assertThat(
                        open().given(adult(PERSON), same(PERSON))
                                .given(ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                                .given(merge(PERSON, stays))
                                .when(
                                        new PlanConvoy(
                                                OP, ID, "camp", List.of(counts(PERSON, stays))),
                                        OFFICER)
                                .event(ConvoyPlanned.class)
                                .personIds())
                .containsExactly(PERSON);
    }

    /** Both in the camp; the child was registered twice. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            motherAndChildInCamp(boolean stays) {
        return open().given(mother(), child(), same(CHILD), facility("big", FacilityKind.CAMP, 9))
                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .given(merge(CHILD, stays));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            childInCampThenLinked(boolean stays) {
        return open().given(mother(), adultless(CHILD), same(CHILD))
                .given(facility("big", FacilityKind.CAMP, 9))
                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .given(merge(CHILD, stays))
                .given(parent(counts(CHILD, stays), MOTHER));
    }

    private static OrderTransfer transfer(Party.Named... moves) {
        return new OrderTransfer(OP, List.of(moves), "big", null, WHY);
    }

    /** A camp with one section for everybody. */
    static FacilityRegistered ward() {
        return new FacilityRegistered(
                "ward",
                "ward",
                FacilityKind.CAMP,
                4,
                Admits.EVERYONE,
                List.of(new Section("a", "A", 2, Admits.EVERYONE)),
                null);
    }

    static List<PlacementEvent> inSection(UUID person) {
        PlacementOrdered there = ordered(person, "ward", Basis.VOLUNTARY_SHELTER);
        return List.of(
                new PlacementOrdered(
                        person,
                        there.placementId(),
                        "ward",
                        there.basis(),
                        null,
                        null,
                        null,
                        there.consent(),
                        there.custodySince(),
                        null,
                        there.orderedBy(),
                        "a",
                        null));
    }

    /** The second registration of a person. */
    private static PersonArrived same(UUID person) {
        boolean isChild = person.equals(CHILD);
        return arrived(
                TWICE,
                person.equals(MOTHER) ? Sex.FEMALE : Sex.MALE,
                isChild ? Age.between(5, 6, TODAY) : Age.between(25, 40, TODAY),
                null);
    }

    /** A child of whose family nothing is known yet. */
    private static PersonArrived adultless(UUID person) {
        return arrived(person, Sex.MALE, Age.between(5, 6, TODAY), null);
    }

    private static PersonsMerged merge(UUID placed, boolean stays) {
        return new PersonsMerged(
                stays ? placed : TWICE, ID, stays ? TWICE : placed, Confidential.of("same papers"));
    }

    /** The record that counts after the merge. */
    private static UUID counts(UUID placed, boolean stays) {
        return stays ? placed : TWICE;
    }

    private static FamilyLinked parent(UUID child, UUID parent) {
        return new FamilyLinked(
                child, ID, parent, FamilyRole.PARENT, Confidential.of("both say so"));
    }
}
