package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Section;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.scenario.Scenario;

/** Where a card is of, and where nobody may leave (P10 to P12). */
class PlacesTest {

    private static final UUID ID = placementOf(PERSON);
    private static final UUID TRANSFER = new UUID(0x7000, 620);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> places =
            open().given(
                            adult(PERSON),
                            facility("hospital", FacilityKind.HOSPITAL, 5),
                            new FacilityRegistered(
                                    "tents",
                                    "Tents",
                                    FacilityKind.CAMP,
                                    9,
                                    Admits.EVERYONE,
                                    List.of(
                                            new Section("a", "A", 4, Admits.EVERYONE),
                                            new Section("b", "B", 4, Admits.EVERYONE)),
                                    null),
                            closed("closed"));

    private static FacilityRegistered closed(String id) {
        return new FacilityRegistered(
                id, id, FacilityKind.CAMP, 5, Admits.EVERYONE, null, null, false);
    }

    private Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> in(
            String facility, Basis basis) {
        return places.given(Given.placed(PERSON, facility, basis));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> moved(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            String to,
            @Nullable String section) {
        String from =
                now.own().operation(OP).placement(ID).map(Placement::facilityId).orElseThrow();
        return now.given(
                new TransferOrdered(
                        PERSON, ID, TRANSFER, from, to, section, Confidential.of("moved")),
                new Transferred(PERSON, ID, TRANSFER, from, to, section));
    }

    private static List<DutyKind> kinds(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return duties(now).stream().map(Duty::kind).toList();
    }

    private static List<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return Duties.of(
                        now.own().operation(OP).placement(ID).orElseThrow(),
                        now.known().operation(OP))
                .toList();
    }

    private static Instant due(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            DutyKind kind) {
        return duties(now).stream()
                .filter(duty -> duty.kind() == kind)
                .map(Duty::due)
                .findFirst()
                .orElseThrow();
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> carded(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        String where =
                now.own().operation(OP).placement(ID).map(Placement::facilityId).orElseThrow();
        return now.given(
                new CardIssued(PERSON, ID, where, "C-1"),
                new BureauNotified(PERSON, ID, where, "N-1"));
    }

    @Test
    void P12_another_tent_of_the_camp_asks_for_no_card_and_no_notice() {
        var here = carded(in("tents", Basis.INTERNMENT));
        assertThat(kinds(here)).doesNotContain(DutyKind.CARD, DutyKind.BUREAU_NOTICE);
        var there = moved(here.at(NOON.plus(Duration.ofDays(30))), "tents", "b");
        assertThat(kinds(there)).doesNotContain(DutyKind.CARD, DutyKind.BUREAU_NOTICE);
        // What is still to be done does not begin anew.
        var open = in("tents", Basis.INTERNMENT);
        Instant due = due(open, DutyKind.CARD);
        assertThat(due(moved(open.at(NOON.plus(Duration.ofDays(3))), "tents", "b"), DutyKind.CARD))
                .isEqualTo(due);
    }

    @Test
    void P12_a_hospital_has_a_card_and_the_way_back_asks_for_none() {
        var home = carded(in("camp", Basis.INTERNMENT));
        var ill = moved(home.at(NOON.plus(Duration.ofDays(10))), "hospital", null);
        assertThat(due(ill, DutyKind.CARD)).isEqualTo(NOON.plus(Duration.ofDays(17)));
        assertThat(kinds(ill)).contains(DutyKind.BUREAU_NOTICE);
        var back = moved(carded(ill).at(NOON.plus(Duration.ofDays(20))), "camp", null);
        assertThat(kinds(back)).doesNotContain(DutyKind.CARD);
        // The bureau forwards where the person is, also of that change.
        assertThat(kinds(back)).contains(DutyKind.BUREAU_NOTICE);
        var elsewhere = moved(back.at(NOON.plus(Duration.ofDays(40))), "tents", "a");
        assertThat(due(elsewhere, DutyKind.CARD)).isEqualTo(NOON.plus(Duration.ofDays(47)));
    }

    @Test
    void P12_moves_do_not_put_off_a_card_that_nobody_made_out() {
        var here = in("camp", Basis.INTERNMENT);
        Instant due = due(here, DutyKind.CARD);
        var there = moved(here.at(NOON.plus(Duration.ofDays(6))), "hospital", null);
        assertThat(due(there, DutyKind.CARD)).isEqualTo(due);
    }

    @Test
    void P10_P11_P12_shelter_where_nobody_may_leave_is_under_every_clock() {
        var ordered = places.when(shelter(PERSON, "closed"), OFFICER);
        assertThat(ordered.event(PlacementOrdered.class).reviewDue()).isNotNull();
        var inside = in("closed", Basis.VOLUNTARY_SHELTER);
        assertThat(kinds(inside))
                .containsExactlyInAnyOrder(
                        DutyKind.REASONS, DutyKind.CARD, DutyKind.BUREAU_NOTICE, DutyKind.REVIEW);
        inside.when(new TellReasons(OP, ID, PERSON, "ar", null, true, null), OFFICER)
                .thenAccepted();
        inside.when(
                        new HoldReview(
                                OP,
                                ID,
                                PERSON,
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                null,
                                Given.WHY,
                                null),
                        OTHER_OFFICER)
                .thenAccepted();
        assertThat(kinds(in("camp", Basis.VOLUNTARY_SHELTER))).isEmpty();
    }

    @Test
    void P10_whoever_is_moved_to_where_nobody_may_leave_is_held_from_then_on() {
        Instant then = NOON.plus(Duration.ofDays(8));
        var there = moved(in("camp", Basis.VOLUNTARY_SHELTER).at(then), "closed", null);
        assertThat(due(there, DutyKind.REVIEW)).isEqualTo(then.plus(Duration.ofHours(72)));
        assertThat(due(there, DutyKind.CARD)).isEqualTo(then.plus(Duration.ofDays(7)));
        // Where they may leave again, the bureau is told, and that is all.
        assertThat(kinds(moved(there, "camp", null))).containsExactly(DutyKind.BUREAU_NOTICE);
    }
}
