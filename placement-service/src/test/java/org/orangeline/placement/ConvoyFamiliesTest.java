package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.ConvoyCommand.CancelConvoy;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

/** P6 on the road: a child travels, or stays, with somebody who cares for it. */
class ConvoyFamiliesTest {

    private static final UUID CONVOY = new UUID(0x7000, 600);
    private static final UUID OVERRIDE = new UUID(0x7000, 500);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> planned =
            open().given(mother(), child())
                    .given(
                            ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER),
                            ordered(CHILD, "camp", Basis.VOLUNTARY_SHELTER),
                            new ConvoyPlanned(CONVOY, "camp", List.of(MOTHER, CHILD)));

    @Test
    void P6_a_convoy_takes_no_mother_from_the_child_that_is_to_go_with_her() {
        planned.when(depart(MOTHER), OFFICER).thenRefused("P6");
        planned.when(depart(CHILD), OFFICER).thenRefused("P6");
        planned.when(depart(MOTHER, CHILD), OFFICER).thenAccepted();
        planned.when(depart(), OFFICER).thenAccepted();
    }

    @Test
    void P6_a_signed_override_for_who_travels_lets_the_convoy_go_and_is_used_by_it() {
        var signed =
                planned.given(
                        new OverrideRequested(
                                MOTHER, OVERRIDE, "camp", "P6", Confidential.of("surgery")),
                        new OverrideSigned(MOTHER, OVERRIDE, "camp", "P6", "human:a"));
        signed.when(depart(CHILD), OFFICER).thenRefused("P6");
        var left = signed.when(depart(MOTHER), OFFICER);
        assertThat(left.own().operation(OP).safeguards().used(MOTHER, "camp", "P6")).isPresent();
    }

    @Test
    void P6_a_plan_that_is_refused_is_cancelled_and_made_anew_with_the_family() {
        var alone = new UUID(0x7000, 602);
        var together = new PlanConvoy(OP, alone, "camp", List.of(MOTHER, CHILD));
        planned.when(together, OFFICER).thenConflict();
        planned.when(new CancelConvoy(OP, CONVOY, WHY), ROBOT).thenRefused("S6");
        planned.when(new CancelConvoy(OP, alone, WHY), OFFICER).thenNotFound();
        var cancelled =
                planned.given(
                        planned.when(new CancelConvoy(OP, CONVOY, WHY), OFFICER)
                                .then(
                                        new ConvoyCancelled(
                                                CONVOY, "camp", Confidential.of(WHY.text())))
                                .events());
        cancelled.when(together, OFFICER).thenAccepted();
        cancelled.when(depart(MOTHER, CHILD), OFFICER).thenConflict();
        cancelled.when(new CancelConvoy(OP, CONVOY, WHY), OFFICER).thenConflict();
    }

    @Test
    void a_convoy_that_left_is_not_cancelled() {
        planned.given(new ConvoyDeparted(CONVOY, "camp", List.of(MOTHER, CHILD), "e", NOON))
                .when(new CancelConvoy(OP, CONVOY, WHY), OFFICER)
                .thenConflict();
    }

    @Test
    void P6_a_father_who_stays_with_the_child_or_is_there_already_is_enough() {
        planned.given(father()).when(depart(MOTHER), OFFICER).thenAccepted();
        planned.given(father())
                .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(depart(CHILD), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_who_is_recorded_as_not_coming_holds_nobody_up() {
        planned.given(new DidNotArrive(MOTHER, placementOf(MOTHER), "camp", new UUID(0x7000, 601)))
                .when(depart(CHILD), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_a_child_that_comes_without_its_mother_is_questioned_at_once() {
        var received = received(MOTHER);
        assertThat(received).hasAtLeastOneElementOfType(DidNotArrive.class);
        assertThat(questions(received)).containsExactly(CHILD);
        assertThat(rules(received)).as("among strangers, too").containsExactly("P6", "P15");
        assertThat(rules(received(CHILD))).containsExactly("P6");
    }

    private static List<String> rules(List<PlacementEvent> events) {
        return events.stream()
                .filter(PlacementQuestioned.class::isInstance)
                .flatMap(event -> ((PlacementQuestioned) event).rules().stream())
                .toList();
    }

    @Test
    void P6_a_child_that_did_not_come_with_its_mother_is_questioned_at_once() {
        assertThat(questions(received(CHILD))).containsExactly(CHILD);
    }

    @Test
    void P6_nobody_is_questioned_where_both_or_none_are_missing() {
        assertThat(questions(received(MOTHER, CHILD))).isEmpty();
        assertThat(questions(received())).isEmpty();
    }

    private List<PlacementEvent> received(UUID... missing) {
        return planned.by(OTHER_OFFICER)
                .given(new ConvoyDeparted(CONVOY, "camp", List.of(MOTHER, CHILD), "e", NOON))
                .when(
                        new ReceiveConvoy(OP, CONVOY, List.of(missing), List.of(), "e", null),
                        OFFICER)
                .events();
    }

    private static List<UUID> questions(List<PlacementEvent> events) {
        return events.stream()
                .filter(PlacementQuestioned.class::isInstance)
                .map(PlacementQuestioned.class::cast)
                .filter(question -> question.rules().contains("P6"))
                .map(PlacementQuestioned::personId)
                .toList();
    }

    private static DepartConvoy depart(UUID... aboard) {
        return new DepartConvoy(OP, CONVOY, List.of(aboard), "e", NOON);
    }
}
