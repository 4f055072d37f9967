package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.ageDisputed;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.elderlyBrother;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.facilities.Population;
import org.orangeline.placement.facilities.Population.Cell;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

/** How many people are where, by sex, age and need. */
class PopulationTest {

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> camp =
            open().given(mother(), child(), elderlyBrother(PERSON))
                    .given(facility("big", FacilityKind.CAMP, 9))
                    .given(placed(MOTHER, "big", Basis.VOLUNTARY_SHELTER))
                    .given(placed(CHILD, "big", Basis.VOLUNTARY_SHELTER))
                    .given(placed(PERSON, "big", Basis.VOLUNTARY_SHELTER));

    private static Population of(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return new Population(now.own().operation(OP), now.known().operation(OP), TODAY);
    }

    private static Cell cell(Sex sex, String band, @Nullable String need, long people) {
        return new Cell("big", "", sex, band, need, people);
    }

    @Test
    void everybody_who_is_inside_counts_once() {
        assertThat(of(camp).all())
                .containsExactly(
                        cell(Sex.MALE, "5-11", null, 1),
                        cell(Sex.MALE, "60+", null, 1),
                        cell(Sex.FEMALE, "18-59", null, 1));
        assertThat(of(camp).byNeed()).containsExactly(cell(Sex.MALE, "60+", "ELDERLY", 1));
    }

    @Test
    void who_is_ordered_only_or_missing_does_not_count() {
        var missing =
                camp.given(
                        camp.when(
                                        new ReportMissing(
                                                OP, placementOf(PERSON), PERSON, NOON, WHY),
                                        OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(of(missing).all()).hasSize(2);
        var only = open().given(mother()).given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(of(only).all()).isEmpty();
    }

    @Test
    void whose_age_is_disputed_counts_as_a_child() {
        var doubt = camp.given(ageDisputed(MOTHER, UUID.randomUUID(), 16));
        assertThat(of(doubt).all()).contains(cell(Sex.FEMALE, "12-17", null, 1));
    }

    @Test
    void few_are_left_out_where_the_table_is_published() {
        assertThat(cell(Sex.MALE, "0-4", null, 4).published().people()).isNull();
        assertThat(cell(Sex.MALE, "0-4", null, 5).published().people()).isEqualTo(5);
    }
}
