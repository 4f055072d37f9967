package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.CapacityCommand.ApproveCapacity;
import org.orangeline.placement.CapacityCommand.RequestCapacity;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.facilities.Capacity;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.orders.Party;

/** Transfers, convoys, absences, births and what is over the capacity. */
class MovementTest {

    private static final UUID CONVOY = new UUID(0x7000, 900);
    private static final UUID NEWBORN = new UUID(0x7000, 901);

    private static OrderTransfer transfer(String facility, UUID... persons) {
        return new OrderTransfer(
                OP,
                List.of(persons).stream()
                        .map(person -> new Party.Named(placementOf(person), person))
                        .toList(),
                facility,
                null,
                WHY);
    }

    private static Facility camp(PlacementState own) {
        return own.operation(OP).facility("camp").orElseThrow();
    }

    @Test
    void P1_a_transfer_keeps_the_place_here_and_reserves_one_there_until_the_arrival() {
        var placed =
                open().given(adult(PERSON), facility("big", FacilityKind.CAMP, 1))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var ordered = placed.given(placed.when(transfer("big", PERSON), OFFICER).events());
        assertThat(camp(ordered.own()).present()).isEqualTo(1);
        assertThat(ordered.own().operation(OP).facility("big").orElseThrow().free()).isZero();
        ordered.given(adult(MOTHER)).when(shelter(MOTHER, "big"), OFFICER).thenRefused("P1");
        var arrived =
                ordered.when(
                        new ArriveFromTransfer(OP, placementOf(PERSON), PERSON, false, null),
                        OFFICER);
        assertThat(arrived.event(Transferred.class).facilityId()).isEqualTo("big");
        assertThat(camp(arrived.own()).present()).isZero();
        assertThat(arrived.own().operation(OP).facility("big").orElseThrow().present())
                .isEqualTo(1);
    }

    @Test
    void P6_a_transfer_of_the_mother_is_refused_alone_and_proposes_the_children_with_an_override() {
        var family =
                open().given(mother(), child(), facility("big", FacilityKind.CAMP, 5))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        family.when(transfer("big", MOTHER), OFFICER).thenRefused("P6");
        assertThat(family.when(transfer("big", MOTHER, CHILD), OFFICER).events())
                .hasOnlyElementsOfType(TransferOrdered.class)
                .hasSize(2);
        UUID override = new UUID(0x7000, 500);
        var signed =
                family.given(
                        new org.orangeline.events.placement.OverrideRequested(
                                MOTHER,
                                override,
                                "big",
                                "P6",
                                org.orangeline.events.Confidential.of("surgery")),
                        new org.orangeline.events.placement.OverrideSigned(
                                MOTHER, override, "big", "P6", "human:a"));
        var moving = signed.when(transfer("big", MOTHER), OFFICER);
        assertThat(moving.reactions(MOTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new ProposeTransfer(OP, CHILD, MOTHER));
        PlacementProposed proposed =
                signed.given(moving.events())
                        .when(new ProposeTransfer(OP, CHILD, MOTHER), ROBOT)
                        .event(PlacementProposed.class);
        assertThat(proposed.action()).isEqualTo(PlacementProposed.Action.TRANSFER);
        assertThat(proposed.facilityId()).isEqualTo("big");
    }

    @Test
    void a_convoy_is_signed_on_both_sides_and_names_who_did_not_arrive() {
        var ordered =
                open().given(adult(PERSON), adult(FATHER))
                        .given(
                                ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER),
                                ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        open().given(adult(PERSON))
                .when(new PlanConvoy(OP, CONVOY, "camp", List.of(PERSON)), OFFICER)
                .thenConflict();
        var planned =
                ordered.given(
                        ordered.when(
                                        new PlanConvoy(OP, CONVOY, "camp", List.of(PERSON, FATHER)),
                                        OFFICER)
                                .events());
        var depart = new DepartConvoy(OP, CONVOY, List.of(PERSON, FATHER), "escort-1", NOON);
        planned.when(depart, ROBOT).thenRefused("S6");
        planned.when(new ReceiveConvoy(OP, CONVOY, List.of(), List.of(), "escort-1", null), OFFICER)
                .thenConflict();
        var onTheWay = planned.by(OFFICER).given(planned.when(depart, OFFICER).events());
        var receive = new ReceiveConvoy(OP, CONVOY, List.of(FATHER), List.of(), "escort-1", null);
        onTheWay.when(receive, OFFICER).thenConflict();
        onTheWay.when(receive, OFFICER_ELSEWHERE).thenConflict();
        var arrived = onTheWay.when(receive, OTHER_OFFICER);
        assertThat(arrived.event(ConvoyArrived.class).arrived()).containsExactly(PERSON);
        assertThat(arrived.event(ShelterProvided.class).personId()).isEqualTo(PERSON);
        assertThat(arrived.event(DidNotArrive.class).personId()).isEqualTo(FATHER);
        assertThat(camp(arrived.own()).present()).isEqualTo(1);
        assertThat(camp(arrived.own()).reserved()).isEqualTo(1);
    }

    @Test
    void P14_who_arrives_with_a_convoy_is_inside_and_is_questioned_where_a_rule_is_broken() {
        var ordered = open().given(adult(PERSON)).given(ordered(PERSON, "camp", Basis.INTERNMENT));
        var planned =
                ordered.given(
                        ordered.when(new PlanConvoy(OP, CONVOY, "camp", List.of(PERSON)), OFFICER)
                                .events());
        planned.when(new DepartConvoy(OP, CONVOY, List.of(PERSON), "escort-1", NOON), OFFICER)
                .thenRefused("P5");
        var onTheWay =
                planned.given(
                        new ConvoyDeparted(CONVOY, "camp", List.of(PERSON), "escort-1", NOON));
        assertThat(
                        onTheWay.when(
                                        new ReceiveConvoy(
                                                OP, CONVOY, List.of(), List.of(), "escort-1", null),
                                        OTHER_OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P5");
    }

    @Test
    void an_absence_keeps_the_place() {
        var placed =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var away =
                placed.given(
                        placed.when(
                                        new StartAbsence(
                                                OP,
                                                placementOf(PERSON),
                                                PERSON,
                                                AbsenceReason.HOSPITAL,
                                                null,
                                                null),
                                        OFFICER)
                                .events());
        assertThat(camp(away.own()).occupancy().absent()).isEqualTo(1);
        assertThat(camp(away.own()).free()).isEqualTo(1);
        var back = away.when(new EndAbsence(OP, placementOf(PERSON), PERSON, null), OFFICER);
        assertThat(camp(back.own()).occupancy().absent()).isZero();
    }

    @Test
    void an_absence_says_where_to_with_whom_and_until_when_after_it_began() {
        var placed =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var away = placed.given(placed.when(toHospital(NOON.plusSeconds(60)), OFFICER).events());
        assertThat(away.own().operation(OP).placement(placementOf(PERSON)).orElseThrow().absence())
                .hasFieldOrPropertyWithValue("destination", "hospital-2")
                .hasFieldOrPropertyWithValue("escort", "escort-7");
        placed.when(toHospital(Instant.parse("1990-01-01T00:00:00Z")), OFFICER).thenConflict();
        placed.when(toHospital(NOON), OFFICER).thenConflict();
    }

    private static StartAbsence toHospital(Instant back) {
        return new StartAbsence(
                OP,
                placementOf(PERSON),
                PERSON,
                AbsenceReason.HOSPITAL,
                back,
                NOON,
                "hospital-2",
                "escort-7");
    }

    @Test
    void a_child_of_eleven_is_no_mother_and_who_may_be_twelve_is() {
        var camp = open().given(mother());
        for (int age : new int[] {0, 11, 12}) {
            var girl =
                    camp.given(
                                    Given.arrived(
                                            PERSON,
                                            Sex.FEMALE,
                                            Age.between(age, age, Given.TODAY),
                                            null))
                            .given(placed(PERSON, "children", Basis.VOLUNTARY_SHELTER));
            var birth = new RecordBirth(OP, placementOf(PERSON), PERSON, NEWBORN, NOON, Sex.FEMALE);
            if (age < 12) {
                girl.when(birth, OFFICER).thenConflict();
            } else {
                girl.when(birth, OFFICER).thenAccepted();
            }
        }
    }

    @Test
    void an_escape_and_a_death_end_the_placement_and_free_the_place() {
        var placed = open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
        for (CustodyCommand end :
                List.of(
                        new RecordEscape(OP, placementOf(PERSON), PERSON, NOON, WHY),
                        new RecordDeath(OP, placementOf(PERSON), PERSON, NOON, WHY))) {
            var ended = placed.when(end, OFFICER);
            assertThat(camp(ended.own()).free()).isEqualTo(2);
            assertThat(ended.own().operation(OP).openPlacement(PERSON)).isEmpty();
        }
    }

    @Test
    void P1_P14_a_child_born_in_a_full_camp_is_recorded_and_questioned() {
        var full =
                open().given(mother(), adult(PERSON))
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var born =
                full.when(
                        new RecordBirth(OP, placementOf(MOTHER), MOTHER, NEWBORN, NOON, Sex.FEMALE),
                        OFFICER);
        assertThat(born.event(BornInCustody.class).childId()).isEqualTo(NEWBORN);
        assertThat(born.event(PlacementQuestioned.class).rules()).containsExactly("P1");
        assertThat(camp(born.own()).present()).isEqualTo(3);
        assertThat(born.own().operation(OP).openPlacement(NEWBORN).orElseThrow().basis())
                .isEqualTo(Basis.ACCOMPANYING_FAMILY);
        full.given(born.events())
                .when(
                        new RecordBirth(OP, placementOf(MOTHER), MOTHER, NEWBORN, NOON, Sex.FEMALE),
                        OFFICER)
                .thenConflict();
    }

    @Test
    void P1_a_capacity_is_changed_by_two_people_and_the_excess_is_questioned() {
        var full =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        var requested =
                full.when(
                        new RequestCapacity(OP, "camp", null, new Capacity(2, 2, 1), WHY), OFFICER);
        var waiting = full.by(OFFICER).given(requested.events());
        UUID change =
                requested
                        .event(org.orangeline.events.placement.CapacityChangeRequested.class)
                        .changeId();
        assertThat(camp(waiting.own()).places().blocked()).isZero();
        waiting.when(new ApproveCapacity(OP, "camp", change), OFFICER).thenRefused("P1");
        waiting.when(new ApproveCapacity(OP, "camp", change), OFFICER_ELSEWHERE).thenRefused("P1");
        var cut = waiting.when(new ApproveCapacity(OP, "camp", change), OTHER_OFFICER);
        assertThat(cut.event(CapacityChanged.class).blocked()).isEqualTo(1);
        // Who was ordered and is not inside goes first.
        assertThat(cut.event(PlacementQuestioned.class).personId()).isEqualTo(FATHER);
        assertThat(camp(cut.own()).free()).isZero();
    }

    @Test
    void P14_withdrawn_consent_questions_the_shelter_and_no_words_close_it() {
        var sheltered =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var withdrawn =
                sheltered.when(
                        new WithdrawConsent(OP, placementOf(PERSON), PERSON, WHY, null), OFFICER);
        assertThat(withdrawn.event(PlacementQuestioned.class).rules()).containsExactly("P5");
        var questioned = sheltered.given(withdrawn.events());
        var settle = new SettleQuestion(OP, placementOf(PERSON), PERSON, List.of("P5"), WHY);
        sheltered.when(settle, OFFICER).thenConflict();
        questioned.when(settle, ROBOT).thenRefused("S6");
        questioned.when(settle, OTHER_OFFICER).thenRefused("P5");
    }

    @Test
    void P14_a_reopened_screening_questions_who_is_held_on_it() {
        var held =
                open().given(adult(PERSON))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(
                                new org.orangeline.events.screening.ScreeningReopened(
                                        PERSON,
                                        PERSON,
                                        org.orangeline.events.Confidential.of("a witness came")));
        var reaction =
                held.reactions(PERSON.toString()).stream()
                        .filter(one -> one.command() instanceof QuestionCommand.QuestionPlacement)
                        .findFirst()
                        .orElseThrow();
        assertThat(held.when(reaction.command(), ROBOT).event(PlacementQuestioned.class).rules())
                .containsExactly("P5");
    }
}
