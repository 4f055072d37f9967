package org.orangeline.placement;

import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.placement.LeavingCommand.HandOverPeople;

/** Who is given to another authority: P6 and P9. */
class HandOverTest {

    private static final UUID ID = new UUID(0x7000, 950);
    private static final UUID CONVOY = new UUID(0x7000, 951);

    @Test
    void P6_a_hand_over_leaves_no_child_that_waits_for_a_place() {
        var waiting =
                open().given(mother(), child())
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(assessed(MOTHER, Risk.NO_SUBSTANTIAL_RISK));
        waiting.when(handOver(MOTHER), OFFICER).thenRefused("P6");
        waiting.given(signed(MOTHER)).when(handOver(MOTHER), OFFICER).thenAccepted();
        waiting.given(new PersonLeft(CHILD, NOON, Confidential.of("with its aunt"), null))
                .when(handOver(MOTHER), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_a_child_is_not_handed_over_while_its_mother_waits_for_a_place() {
        open().given(mother(), child())
                .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                .given(
                        new PlacementQuestioned(
                                CHILD, placementOf(CHILD), "camp", List.of("P6"), null))
                .given(assessed(CHILD, Risk.NO_SUBSTANTIAL_RISK))
                .when(handOver(CHILD), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_who_was_handed_over_before_leaves_nobody_behind() {
        var first =
                open().given(mother(), child())
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(placed(CHILD, "camp", Basis.ACCOMPANYING_FAMILY))
                        .given(assessed(MOTHER, Risk.NO_SUBSTANTIAL_RISK))
                        .given(assessed(CHILD, Risk.NO_SUBSTANTIAL_RISK))
                        .given(signed(MOTHER));
        first.given(first.when(handOver(MOTHER), OFFICER).events())
                .when(handOver(CHILD), OFFICER)
                .thenAccepted();
    }

    @Test
    void P9_who_found_a_risk_does_not_lift_it() {
        var risky =
                open().given(adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .by(OFFICER)
                        .given(assessed(PERSON, Risk.RISK));
        risky.given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(handOver(PERSON), OFFICER)
                .thenRefused("P9");
        risky.by(OFFICER_ELSEWHERE)
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(handOver(PERSON), OFFICER)
                .thenRefused("P9");
        risky.by(OTHER_OFFICER)
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(handOver(PERSON), OFFICER)
                .thenAccepted();
    }

    @Test
    void P9_a_risk_on_one_record_is_not_lifted_by_an_assessment_of_the_other() {
        var twice = new UUID(0x7000, 40);
        var risky =
                open().given(adult(PERSON), adult(twice))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .by(OFFICER)
                        .given(assessed(twice, Risk.RISK))
                        .by(OTHER_OFFICER)
                        .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        for (var merge : List.of(merged(PERSON, twice), merged(twice, PERSON))) {
            var known = risky.given(merge);
            known.when(handOver(PERSON), OFFICER).thenRefused("P9");
            known.given(assessed(twice, Risk.NO_SUBSTANTIAL_RISK))
                    .when(handOver(PERSON), OFFICER)
                    .thenAccepted();
        }
    }

    @Test
    void who_is_on_the_road_is_not_handed_over() {
        open().given(adult(PERSON), facility("big", FacilityKind.CAMP, 9))
                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .given(
                        new TransferOrdered(
                                PERSON,
                                placementOf(PERSON),
                                ID,
                                "camp",
                                "big",
                                null,
                                Confidential.of("nearer")),
                        new ConvoyPlanned(CONVOY, "big", List.of(PERSON)),
                        new ConvoyDeparted(CONVOY, "big", List.of(PERSON), "e", NOON))
                .when(handOver(PERSON), OFFICER)
                .thenConflict();
    }

    private static HandOverPeople handOver(UUID person) {
        return Given.handOver(placementOf(person), person, "IRQ");
    }

    private static List<PlacementEvent> signed(UUID person) {
        return List.of(
                new OverrideRequested(person, ID, "camp", "P6", Confidential.of("agreed")),
                new OverrideSigned(person, ID, "camp", "P6", "human:officer"));
    }

    private static PersonsMerged merged(UUID stays, UUID other) {
        return new PersonsMerged(stays, ID, other, Confidential.of("same papers"));
    }
}
