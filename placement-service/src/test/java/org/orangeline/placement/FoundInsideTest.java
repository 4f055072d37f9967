package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.orders.Placement;

/** P16: who is inside is recorded, whatever rule it breaks. */
class FoundInsideTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(5));
    private static final UUID CONVOY = new UUID(0x7000, 950);

    private static RecordFoundInside found(UUID person, String facility, @Nullable Instant since) {
        return new RecordFoundInside(
                OP, person, facility, null, null, since, null, null, null, WHY);
    }

    private static Facility at(PlacementState own, String facility) {
        return own.operation(OP).facility(facility).orElseThrow();
    }

    @Test
    void P14_P16_a_boy_in_a_cell_is_recorded_counted_and_questioned() {
        var found = open().given(child()).when(found(CHILD, "prison", LONG_AGO), OFFICER);
        assertThat(found.event(FoundInside.class).basis()).isEqualTo(Basis.CRIMINAL_CUSTODY);
        assertThat(found.event(PlacementQuestioned.class).rules()).contains("P3", "P4");
        assertThat(at(found.own(), "prison").present()).isEqualTo(1);
    }

    @Test
    void P10_P12_P16_every_duty_runs_from_the_earliest_plausible_moment() {
        var found = open().given(child()).when(found(CHILD, "prison", LONG_AGO), OFFICER);
        Placement placement = found.own().operation(OP).openPlacement(CHILD).orElseThrow();
        var known = open().given(child()).known().operation(OP);
        assertThat(placement.custodySince()).isEqualTo(LONG_AGO);
        assertThat(Duties.of(placement, known))
                .extracting(Duty::kind, Duty::due)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.REVIEW,
                                LONG_AGO.plus(known.profile().firstReviewWithin())),
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.CARD, LONG_AGO.plus(known.profile().cardWithin())),
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.BUREAU_NOTICE,
                                LONG_AGO.plus(known.profile().bureauNoticeWithin())));
    }

    @Test
    void P16_also_when_the_place_is_full_and_the_excess_is_questioned() {
        var full =
                open().given(adult(PERSON), adult(FATHER), facility("small", FacilityKind.CAMP, 1))
                        .given(placed(FATHER, "small", Basis.VOLUNTARY_SHELTER));
        var found = full.when(found(PERSON, "small", null), OFFICER);
        assertThat(found.event(PlacementQuestioned.class).rules()).contains("P1", "P5");
        assertThat(at(found.own(), "small").excess()).isEqualTo(1);
    }

    @Test
    void P2_P16_who_is_placed_elsewhere_by_the_register_moves_and_keeps_custody() {
        var elsewhere =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var found = elsewhere.when(found(PERSON, "prison", null), OFFICER);
        assertThat(found.event(FoundInside.class).placementId()).isEqualTo(placementOf(PERSON));
        assertThat(found.event(PlacementQuestioned.class).rules()).contains("P4");
        assertThat(at(found.own(), "camp").present()).isZero();
        assertThat(at(found.own(), "prison").present()).isEqualTo(1);
    }

    @Test
    void P2_P16_who_is_ordered_somewhere_takes_no_second_place() {
        var coming =
                open().given(adult(PERSON)).given(ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var found = coming.when(found(PERSON, "camp", null), OFFICER);
        assertThat(at(found.own(), "camp").reserved()).isZero();
        assertThat(at(found.own(), "camp").present()).isEqualTo(1);
        coming.given(found.events()).when(found(PERSON, "camp", null), OFFICER).thenConflict();
    }

    @Test
    void P16_who_comes_with_a_convoy_unlisted_is_recorded_with_it() {
        var convoy =
                open().given(adult(PERSON), adult(FATHER))
                        .given(ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(new PlanConvoyEvents(CONVOY, PERSON).events());
        var received =
                convoy.when(
                        new ReceiveConvoy(OP, CONVOY, List.of(), List.of(FATHER), "escort", null),
                        OTHER_OFFICER);
        assertThat(received.event(FoundInside.class).convoyId()).isEqualTo(CONVOY);
        assertThat(received.event(FoundInside.class).personId()).isEqualTo(FATHER);
        assertThat(at(received.own(), "camp").present()).isEqualTo(2);
        convoy.when(
                        new ReceiveConvoy(OP, CONVOY, List.of(), List.of(PERSON), "escort", null),
                        OTHER_OFFICER)
                .thenConflict();
    }

    @Test
    void S6_a_machine_finds_nobody() {
        open().given(child()).when(found(CHILD, "prison", null), ROBOT).thenRefused("S6");
    }

    @Test
    void a_time_that_cannot_have_been_so_is_refused() {
        var there = open().given(child());
        assertThat(
                        there.when(found(CHILD, "prison", NOON.plusSeconds(3600)), OFFICER)
                                .refusal()
                                .detail())
                .contains("future");
        assertThat(
                        there.when(
                                        found(CHILD, "prison", NOON.minus(Duration.ofDays(9000))),
                                        OFFICER)
                                .refusal()
                                .detail())
                .contains("cannot be before");
    }

    /** A convoy that is on the way. */
    private record PlanConvoyEvents(UUID convoy, UUID person) {

        List<? extends org.orangeline.events.DomainEvent> events() {
            return List.of(
                    new org.orangeline.events.placement.ConvoyPlanned(
                            convoy, "camp", List.of(person)),
                    new org.orangeline.events.placement.ConvoyDeparted(
                            convoy, "camp", List.of(person), "escort", NOON));
        }
    }

    @Test
    void P11_P16_nobody_is_sheltered_in_a_prison_and_every_clock_runs() {
        var shelter =
                open().given(child()).given(ordered(CHILD, "children", Basis.VOLUNTARY_SHELTER));
        var found = shelter.when(found(CHILD, "prison", LONG_AGO), OFFICER);
        assertThat(found.event(FoundInside.class).basis()).isEqualTo(Basis.CRIMINAL_CUSTODY);
        Placement placement = found.own().operation(OP).openPlacement(CHILD).orElseThrow();
        assertThat(placement.custodySince()).isEqualTo(LONG_AGO);
        assertThat(Duties.of(placement, found.known().operation(OP)))
                .extracting(Duty::kind)
                .contains(DutyKind.REVIEW, DutyKind.REASONS, DutyKind.CARD);
    }
}
