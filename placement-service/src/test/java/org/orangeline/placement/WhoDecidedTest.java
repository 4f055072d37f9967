package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/**
 * Whoever decided where a person is settles no question about it, and holds no review (P10, P14).
 */
class WhoDecidedTest {

    private static final UUID PLACED = placementOf(PERSON);
    private static final UUID MOVE = new UUID(0x7000, 510);
    private static final UUID MERGE = new UUID(0x7000, 511);
    private static final Confidential<String> REASON = Confidential.of("why");

    private static SettleQuestion settle(String rule) {
        return new SettleQuestion(OP, PLACED, PERSON, List.of(rule), WHY);
    }

    private static PlacementQuestioned asked(String facility, String rule) {
        return new PlacementQuestioned(PERSON, PLACED, facility, List.of(rule), null);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> moved(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            Actor by) {
        return before.by(by)
                .given(new TransferOrdered(PERSON, PLACED, MOVE, "camp", "big", null, REASON))
                .by(OFFICER)
                .given(new Transferred(PERSON, PLACED, MOVE, "camp", "big", null));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            interned() {
        return open().given(facility("big", FacilityKind.CAMP, 5))
                .given(adult(PERSON))
                .given(placed(PERSON, "camp", Basis.INTERNMENT));
    }

    @Test
    void P14_who_ordered_a_transfer_settles_no_question_about_where_it_led() {
        var there = moved(interned(), OTHER_OFFICER).given(asked("big", "P7"));
        there.when(settle("P7"), OTHER_OFFICER).thenRefused("P14");
        there.when(settle("P7"), THIRD_OFFICER).thenAccepted();
    }

    @Test
    void P14_the_word_of_who_orders_a_transfer_later_counts_no_longer() {
        var full = interned().given(asked("camp", "P8"));
        var first = full.when(settle("P8"), OTHER_OFFICER).thenAccepted().events();
        var there = moved(full.by(OTHER_OFFICER).given(first), OTHER_OFFICER);
        assertThat(there.when(settle("P8"), THIRD_OFFICER).events())
                .hasOnlyElementsOfType(SettlementRequested.class);
    }

    @Test
    void P10_who_ordered_a_transfer_holds_no_review() {
        var review =
                new HoldReview(
                        OP,
                        PLACED,
                        PERSON,
                        ReviewOutcome.CONTINUE,
                        List.of("r-1"),
                        null,
                        WHY,
                        null);
        interned().when(review, OTHER_OFFICER).thenAccepted();
        var ordered =
                interned()
                        .by(OTHER_OFFICER)
                        .given(
                                new TransferOrdered(
                                        PERSON, PLACED, MOVE, "camp", "big", null, REASON));
        ordered.when(review, OTHER_OFFICER).thenRefused("P10");
        var there = moved(interned(), OTHER_OFFICER);
        there.when(review, OTHER_OFFICER).thenRefused("P10");
        there.when(review, THIRD_OFFICER).thenAccepted();
    }

    @Test
    void P14_who_ordered_for_the_other_registration_does_not_settle_while_they_are_one() {
        var ordered =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var both =
                ordered.commandId("other")
                        .when(Given.shelter(FATHER, "camp"), OTHER_OFFICER)
                        .thenAccepted();
        var merged =
                ordered.given(both.events())
                        .given(new PersonsMerged(PERSON, MERGE, FATHER, REASON))
                        .given(asked("camp", "P2"));
        merged.when(settle("P2"), OTHER_OFFICER).thenRefused("P14");
        merged.when(settle("P2"), THIRD_OFFICER).thenAccepted();
        merged.given(new PersonsUnmerged(PERSON, MERGE, FATHER, REASON))
                .when(settle("P2"), OTHER_OFFICER)
                .thenAccepted();
    }
}
