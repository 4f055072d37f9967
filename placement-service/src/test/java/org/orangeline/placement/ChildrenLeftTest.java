package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** P6: no child is left in the line, and none is released to nobody. */
class ChildrenLeftTest {

    private static final UUID ALONE = new UUID(0x7000, 43);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> waiting =
            open().given(mother(), child());

    private static ReleasePeople release(UUID person) {
        return Given.release(placementOf(person), person);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> signed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            UUID person) {
        var override = new RequestOverride(OP, person, "camp", "P6", WHY);
        var requested = before.given(before.when(override, OFFICER).events());
        return requested.given(
                requested
                        .when(new SignOverride(OP, before.newId("override"), person), OTHER_OFFICER)
                        .events());
    }

    @Test
    void P6_a_mother_is_not_ordered_away_while_her_child_waits_in_the_line() {
        waiting.when(shelter(MOTHER, "camp"), OFFICER).thenRefused("P6");
        waiting.when(
                        new OrderTogether(
                                OP, List.of(shelter(MOTHER, "camp"), shelter(CHILD, "camp"))),
                        OFFICER)
                .thenAccepted();
        signed(waiting, MOTHER).when(shelter(MOTHER, "camp"), OFFICER).thenAccepted();
    }

    @Test
    void P6_a_mother_goes_when_the_father_waits_beside_the_child_and_to_a_hospital_always() {
        waiting.given(father()).when(shelter(MOTHER, "camp"), OFFICER).thenAccepted();
        waiting.given(father(), ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(MOTHER, "camp"), OFFICER)
                .thenRefused("P6");
        waiting.given(facility("hospital", FacilityKind.HOSPITAL, 2))
                .when(shelter(MOTHER, "hospital"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_a_mother_is_not_admitted_while_her_child_waits_in_the_line() {
        waiting.given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(new AdmitPerson(OP, placementOf(MOTHER), MOTHER, null, null), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_a_child_is_released_to_its_mother_and_to_nobody_else() {
        var inside =
                waiting.given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        inside.when(release(CHILD), OFFICER).thenRefused("P6");
        var motherIsOutside = inside.given(inside.when(release(MOTHER), OFFICER).events());
        motherIsOutside.when(release(CHILD), OFFICER).thenAccepted();
        signed(inside, CHILD).when(release(CHILD), OFFICER).thenAccepted();
    }

    @Test
    void P6_a_child_of_nobody_is_not_released_alone() {
        open().given(arrived(ALONE, Sex.MALE, Age.between(9, 9, TODAY), null))
                .given(placed(ALONE, "children", Basis.VOLUNTARY_SHELTER))
                .when(release(ALONE), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_a_child_is_not_released_to_a_carer_who_died_or_waits_in_the_line() {
        var inside =
                waiting.given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        inside.given(
                        new DiedInCustody(
                                MOTHER,
                                placementOf(MOTHER),
                                "camp",
                                NOON,
                                Confidential.of("wounds")))
                .when(release(CHILD), OFFICER)
                .thenRefused("P6");
        waiting.given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .when(release(CHILD), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_a_convoy_does_not_take_a_mother_from_her_child_in_the_line() {
        UUID convoy = new UUID(0x7000, 990);
        var ordered =
                open().given(mother())
                        .given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(new ConvoyPlanned(convoy, "camp", List.of(MOTHER)));
        var depart = new DepartConvoy(OP, convoy, List.of(MOTHER), "escort", NOON);
        ordered.when(depart, OFFICER).thenAccepted();
        ordered.given(child()).when(depart, OFFICER).thenRefused("P6");
        ordered.given(child(), father()).when(depart, OFFICER).thenAccepted();
    }

    @Test
    void P6_a_cancelled_order_questions_the_mother_whom_it_parts_from_her_child() {
        var ordered =
                waiting.given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ordered(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var cancel = new CancelPlacement(OP, placementOf(CHILD), CHILD, "full");
        assertThat(questions(ordered, cancel)).containsExactly(asked(MOTHER, "P6"));
        assertThat(questions(ordered.given(father()), cancel))
                .as("who waits with the father")
                .isEmpty();
    }

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> moved =
            waiting.given(facility("camp-2", FacilityKind.CAMP, 5))
                    .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                    .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                    .given(to("camp-2", MOTHER), to("camp-2", CHILD));

    @Test
    void P6_P15_a_cancelled_transfer_questions_the_child_and_the_mother_who_has_arrived() {
        var arrived = moved.given(arrivedIn("camp-2", MOTHER));
        assertThat(questions(arrived, cancel(CHILD)))
                .containsExactlyInAnyOrder(asked(CHILD, "P6", "P15"), asked(MOTHER, "P6"));
        assertThat(questions(moved, cancel(CHILD)))
                .as("the mother is still there, and is to go")
                .containsExactly(asked(CHILD, "P6", "P15"));
    }

    @Test
    void P6_a_cancelled_transfer_that_parts_a_couple_questions_both() {
        var couple =
                open().given(
                                facility("camp-2", FacilityKind.CAMP, 5),
                                arrived(MOTHER, Sex.FEMALE, Age.between(30, 40, TODAY), null),
                                arrived(FATHER, Sex.MALE, Age.between(30, 40, TODAY), null))
                        .given(
                                new FamilyLinked(
                                        MOTHER,
                                        MOTHER,
                                        FATHER,
                                        FamilyRole.SPOUSE,
                                        Confidential.of("as both say")))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(to("camp-2", MOTHER), to("camp-2", FATHER));
        assertThat(questions(couple, cancel(FATHER)))
                .as("she is still there, and the door asks when she comes to the other camp")
                .isEmpty();
        assertThat(questions(couple.given(arrivedIn("camp-2", MOTHER)), cancel(FATHER)))
                .containsExactlyInAnyOrder(asked(MOTHER, "P6"), asked(FATHER, "P6"));
    }

    @Test
    void P6_P15_a_child_whose_mother_is_missing_is_questioned() {
        var inside =
                waiting.given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var missing = new ReportMissing(OP, placementOf(MOTHER), MOTHER, NOON, WHY);
        assertThat(questions(inside, missing)).containsExactly(asked(CHILD, "P6", "P15"));
        assertThat(
                        questions(
                                inside.given(father())
                                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER)),
                                missing))
                .isEmpty();
    }

    @Test
    void P6_P15_a_finding_inside_that_was_none_questions_the_child_beside() {
        var found =
                waiting.given(
                                new FoundInside(
                                        MOTHER,
                                        placementOf(MOTHER),
                                        "camp",
                                        null,
                                        Basis.VOLUNTARY_SHELTER,
                                        NOON,
                                        NOON,
                                        null,
                                        null,
                                        OFFICER.text(),
                                        Confidential.of("inside"),
                                        null))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var request = new RequestWithdrawal(OP, placementOf(MOTHER), MOTHER, "FoundInside", WHY);
        UUID withdrawal = found.newId("withdrawal");
        var asked = found.given(found.when(request, OFFICER).thenAccepted().events());
        var confirm = new ConfirmWithdrawal(OP, placementOf(MOTHER), MOTHER, withdrawal);
        assertThat(questions(asked, confirm, OTHER_OFFICER))
                .containsExactly(asked(CHILD, "P6", "P15"));
    }

    private static CancelTransfer cancel(UUID person) {
        return new CancelTransfer(OP, placementOf(person), person, WHY);
    }

    private static TransferOrdered to(String facility, UUID person) {
        return new TransferOrdered(
                person,
                placementOf(person),
                new UUID(0x7005, person.getLeastSignificantBits()),
                "camp",
                facility,
                null,
                Confidential.of("family tents"));
    }

    private static Transferred arrivedIn(String facility, UUID person) {
        return new Transferred(
                person,
                placementOf(person),
                new UUID(0x7005, person.getLeastSignificantBits()),
                "camp",
                facility,
                null,
                null);
    }

    private static List<PlacementQuestioned> questions(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command) {
        return questions(now, command, OFFICER);
    }

    private static List<PlacementQuestioned> questions(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command,
            Actor by) {
        return now.when(command, by).thenAccepted().events().stream()
                .filter(PlacementQuestioned.class::isInstance)
                .map(PlacementQuestioned.class::cast)
                .map(one -> asked(one.personId(), one.rules().toArray(String[]::new)))
                .toList();
    }

    private static PlacementQuestioned asked(UUID person, String... rules) {
        List<String> sorted =
                Stream.of(rules).sorted(Comparator.comparingInt(String::length)).toList();
        return new PlacementQuestioned(person, placementOf(person), "camp", sorted, null);
    }
}
