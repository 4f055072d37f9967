package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** Times that officers tell: late is fine, impossible is not. */
class TimesTest {

    private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));
    private static final UUID CONVOY = new UUID(0x7000, 600);

    /** Ordered at noon, in custody since then; a week has passed. */
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> placed =
            open().given(adult(PERSON), mother())
                    .given(placed(PERSON, "camp", Basis.INTERNMENT))
                    .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                    .at(NEXT_WEEK);

    @Test
    void a_death_lies_between_the_beginning_of_custody_and_now() {
        impossible(died(NOON.minusSeconds(3600)));
        impossible(died(NEXT_WEEK.plusSeconds(3600)));
        died(NOON.plusSeconds(1)).thenAccepted();
        died(NEXT_WEEK).thenAccepted();
        assertThat(died(NOON.minusSeconds(3600)).refusal().detail())
                .isEqualTo(
                        "diedAt, the death, cannot be before 2019-03-01T12:00:00Z, when the person"
                                + " came into custody.");
    }

    @Test
    void a_birth_lies_between_the_mothers_order_and_now() {
        impossible(born(NOON.minusSeconds(3600)));
        impossible(born(NEXT_WEEK.plusSeconds(3600)));
        born(NOON.plusSeconds(60)).thenAccepted();
    }

    @Test
    void an_escape_is_noticed_after_the_order_and_not_tomorrow() {
        impossible(escaped(NOON.minusSeconds(3600)));
        impossible(escaped(NEXT_WEEK.plusSeconds(3600)));
        escaped(NOON.plusSeconds(60)).thenAccepted();
    }

    @Test
    void a_convoy_leaves_after_the_last_order_of_those_on_board_and_before_it_arrives() {
        impossible(departed(NOON.minusSeconds(3600)));
        impossible(departed(NEXT_WEEK.plusSeconds(3600)));
        departed(NEXT_WEEK.minusSeconds(3600)).thenAccepted();
    }

    private static void impossible(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided) {
        assertThat(decided.refusal().kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(decided.refusal().violations()).isEmpty();
        assertThat(decided.refusal().detail()).contains("cannot be");
    }

    private Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> died(Instant at) {
        return placed.when(new RecordDeath(OP, placementOf(PERSON), PERSON, at, WHY), OFFICER);
    }

    private Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> escaped(
            Instant at) {
        return placed.when(new RecordEscape(OP, placementOf(PERSON), PERSON, at, WHY), OFFICER);
    }

    private Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> born(Instant at) {
        return placed.when(
                new RecordBirth(OP, placementOf(MOTHER), MOTHER, CHILD, at, Sex.FEMALE), OFFICER);
    }

    private Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> departed(
            Instant at) {
        return open().given(adult(PERSON))
                .given(
                        ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER),
                        new ConvoyPlanned(CONVOY, "camp", List.of(PERSON)))
                .at(NEXT_WEEK)
                .when(new DepartConvoy(OP, CONVOY, List.of(PERSON), "e", at), OFFICER);
    }
}
