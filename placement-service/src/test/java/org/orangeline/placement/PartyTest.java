package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.scenario.Scenario;

/** Families that leave by one decision, all or none: P6. */
class PartyTest {

    @Test
    void P6_a_family_is_handed_over_together_and_not_one_by_one() {
        var family = family();
        family.when(handOver(MOTHER), OFFICER).thenRefused("P6");
        family.when(handOver(MOTHER, CHILD), OFFICER).thenRefused("P6");
        assertThat(family.when(handOver(MOTHER, FATHER, CHILD), OFFICER).events()).hasSize(3);
    }

    @Test
    void P9_all_or_none_are_handed_over() {
        family().given(assessed(CHILD, Risk.RISK))
                .when(handOver(MOTHER, FATHER, CHILD), OFFICER)
                .thenRefused("P9");
        family().when(handOver(MOTHER, MOTHER), OFFICER).thenConflict();
    }

    @Test
    void P6_a_child_is_released_with_its_mother() {
        var family = family();
        family.when(release(CHILD), OFFICER).thenRefused("P6");
        assertThat(family.when(release(CHILD, MOTHER), OFFICER).events())
                .as("nobody is left behind, so that nothing is questioned")
                .hasSize(2);
    }

    @Test
    void P6_P14_a_child_whose_parents_leave_together_is_left_alone() {
        assertThat(
                        family().when(release(MOTHER, FATHER), OFFICER).events().stream()
                                .filter(PlacementQuestioned.class::isInstance)
                                .map(PlacementQuestioned.class::cast)
                                .toList())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.personId()).isEqualTo(CHILD);
                    assertThat(question.rules()).contains("P6");
                });
        assertThat(family().when(release(MOTHER), OFFICER).events()).hasSize(1);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family() {
        return open().given(mother(), child(), father(), facility("big", FacilityKind.CAMP, 9))
                .given(placed(MOTHER, "big", Basis.VOLUNTARY_SHELTER))
                .given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER))
                .given(placed(CHILD, "big", Basis.VOLUNTARY_SHELTER))
                .given(assessed(MOTHER, Risk.NO_SUBSTANTIAL_RISK))
                .given(assessed(FATHER, Risk.NO_SUBSTANTIAL_RISK))
                .given(assessed(CHILD, Risk.NO_SUBSTANTIAL_RISK));
    }

    private static HandOverPeople handOver(UUID... people) {
        return new HandOverPeople(OP, named(people), "IRQ", WHY, null);
    }

    private static ReleasePeople release(UUID... people) {
        return new ReleasePeople(OP, named(people), WHY, null, DepartureKind.OWN_WAY, null);
    }

    private static List<Party.Named> named(UUID... people) {
        return Arrays.stream(people)
                .map(person -> new Party.Named(placementOf(person), person))
                .toList();
    }
}
