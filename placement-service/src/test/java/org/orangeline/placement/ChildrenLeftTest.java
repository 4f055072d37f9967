package org.orangeline.placement;

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

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.knowledge.Knowledge;
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
}
