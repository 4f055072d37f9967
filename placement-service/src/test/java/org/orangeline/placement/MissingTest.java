package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.OpenInquiry;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.scenario.Scenario;

/** P17: who is missing is an alarm with a clock, a notice and an inquiry. */
class MissingTest {

    private static final UUID CONVOY = new UUID(0x7000, 960);
    private static final UUID ID = placementOf(PERSON);
    private static final Instant LEFT = NOON.minusSeconds(60);

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            onTheRoad() {
        return open().given(adult(PERSON))
                .given(ordered(PERSON, "camp", Basis.INTERNMENT))
                .given(
                        new ConvoyPlanned(CONVOY, "camp", List.of(PERSON)),
                        new ConvoyDeparted(CONVOY, "camp", List.of(PERSON), "escort", LEFT));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> missing() {
        var convoy = onTheRoad();
        return convoy.given(
                convoy.when(
                                new ReceiveConvoy(
                                        OP, CONVOY, List.of(PERSON), List.of(), "e", null),
                                OTHER_OFFICER)
                        .events());
    }

    private static List<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own()
                .operation(OP)
                .placementsOf(PERSON.toString())
                .flatMap(one -> Duties.of(one, now.known().operation(OP)))
                .toList();
    }

    private static Placement placement(PlacementState own) {
        return own.operation(OP).placement(ID).orElseThrow();
    }

    @Test
    void P17_who_did_not_arrive_has_an_inquiry_and_a_notice_from_the_departure() {
        assertThat(duties(missing()))
                .filteredOn(duty -> duty.kind() == DutyKind.INQUIRY)
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.rule()).isEqualTo("P17");
                    assertThat(duty.due()).isEqualTo(LEFT.plus(Duration.ofHours(24)));
                });
        assertThat(duties(missing())).extracting(Duty::kind).contains(DutyKind.BUREAU_NOTICE);
        assertThat(
                        missing()
                                .when(new NotifyBureau(OP, ID, PERSON, "N-1", null), OFFICER)
                                .event(BureauNotified.class)
                                .noticeNumber())
                .isEqualTo("N-1");
    }

    @Test
    void P8_whoever_was_brought_to_where_a_missing_person_left_from_is_asked_about_when_found() {
        var going =
                open().given(adult(PERSON), adult(FATHER), facility("big", FacilityKind.CAMP, 5))
                        .given(new KeepApartDeclared(PERSON, FATHER, Confidential.of("dispute")))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(
                                new TransferOrdered(
                                        PERSON,
                                        ID,
                                        CONVOY,
                                        "camp",
                                        "big",
                                        null,
                                        Confidential.of("nearer")),
                                new ConvoyPlanned(CONVOY, "big", List.of(PERSON)),
                                new ConvoyDeparted(CONVOY, "big", List.of(PERSON), "e", LEFT));
        var missing =
                going.given(
                        going.when(
                                        new ReceiveConvoy(
                                                OP, CONVOY, List.of(PERSON), List.of(), "e", null),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        var both =
                missing.given(
                        missing.when(shelter(FATHER, "camp"), OFFICER).thenAccepted().events());
        var found = both.when(new RecordFound(OP, ID, PERSON, NOON, WHY), OFFICER).thenAccepted();
        assertThat(found.event(PlacementQuestioned.class).personId()).isEqualTo(FATHER);
        assertThat(found.event(PlacementQuestioned.class).rules()).containsExactly("P8");
        var back = both.given(found.events());
        var stays = back.when(new CancelTransfer(OP, ID, PERSON, WHY), OFFICER).thenAccepted();
        assertThat(stays.event(PlacementQuestioned.class).personId()).isEqualTo(PERSON);
        assertThat(stays.event(PlacementQuestioned.class).rules()).containsExactly("P8");
    }

    @Test
    void P17_the_inquiry_is_done_when_it_is_opened_once() {
        var opened = missing().when(new OpenInquiry(OP, ID, PERSON, "I-1", null), OFFICER);
        assertThat(opened.event(InquiryOpened.class).inquiryNumber()).isEqualTo("I-1");
        var done = missing().given(opened.events());
        assertThat(duties(done)).extracting(Duty::kind).doesNotContain(DutyKind.INQUIRY);
        done.when(new OpenInquiry(OP, ID, PERSON, "I-2", null), OFFICER).thenConflict();
    }

    @Test
    void P17_death_and_escape_on_the_road_are_recorded() {
        var convoy = onTheRoad();
        var died = convoy.when(new RecordDeath(OP, ID, PERSON, NOON, WHY), OFFICER);
        assertThat(died.event(DiedInCustody.class).diedAt()).isEqualTo(NOON);
        assertThat(died.own().operation(OP).facility("camp").orElseThrow().reserved()).isZero();
        assertThat(
                        convoy.when(new RecordEscape(OP, ID, PERSON, NOON, WHY), OFFICER)
                                .event(Escaped.class)
                                .noticedAt())
                .isEqualTo(NOON);
        var arrived =
                convoy.given(died.events())
                        .when(
                                new ReceiveConvoy(
                                        OP, CONVOY, List.of(PERSON), List.of(), "e", null),
                                OTHER_OFFICER);
        assertThat(arrived.events()).hasSize(1);
    }

    @Test
    void P17_P18_who_did_not_escape_on_the_road_did_not_arrive() {
        var convoy = onTheRoad();
        var escaped =
                convoy.given(
                                convoy.when(new RecordEscape(OP, ID, PERSON, NOON, WHY), OFFICER)
                                        .events())
                        .at(NOON.plusSeconds(60));
        var arrived =
                escaped.given(
                        escaped.when(
                                        new ReceiveConvoy(
                                                OP, CONVOY, List.of(), List.of(), "e", null),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        var asked = arrived.when(new RequestWithdrawal(OP, ID, PERSON, "Escaped", WHY), OFFICER);
        var taken =
                arrived.by(OFFICER)
                        .given(asked.events())
                        .when(
                                new ConfirmWithdrawal(
                                        OP,
                                        ID,
                                        PERSON,
                                        asked.event(WithdrawalRequested.class).withdrawalId()),
                                OTHER_OFFICER);
        assertThat(taken.event(DidNotArrive.class).convoyId()).isEqualTo(CONVOY);
        assertThat(placement(taken.own()).missing()).isNotNull();
    }

    @Test
    void P12_who_was_missing_by_an_officers_word_was_missing_whenever_they_were_expected() {
        Instant back = NOON.plusSeconds(7200);
        var held = open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
        var away =
                held.given(
                        held.when(
                                        new StartAbsence(
                                                OP, ID, PERSON, AbsenceReason.COURT, back, null),
                                        OFFICER)
                                .events());
        var told = away.given(new BureauNotified(PERSON, ID, "camp", "N-1"));
        var later = told.at(NOON.plusSeconds(3600));
        var lost =
                later.given(
                        later.when(
                                        new ReportMissing(
                                                OP, ID, PERSON, NOON.plusSeconds(1800), WHY),
                                        OFFICER)
                                .thenAccepted()
                                .events());
        var found =
                lost.given(
                        lost.when(
                                        new RecordFound(
                                                OP, ID, PERSON, NOON.plusSeconds(3600), WHY),
                                        OFFICER)
                                .events());
        assertThat(duties(found)).extracting(Duty::kind).contains(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P9_P3_an_absence_is_no_hand_over_and_no_transfer() {
        var held =
                open().given(adult(PERSON))
                        .given(Given.receivers().toArray(PlacementEvent[]::new))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        held.when(goesTo("IRQ"), OFFICER).thenRefused("P9");
        held.when(goesTo("i-rq"), OFFICER).thenRefused("P9");
        held.when(goesTo("Prison"), OFFICER).thenConflict();
        held.when(goesTo("court-3"), OFFICER).thenAccepted();
    }

    private static StartAbsence goesTo(String destination) {
        return new StartAbsence(
                OP, ID, PERSON, AbsenceReason.COURT, null, null, destination, "e-1");
    }

    @Test
    void P17_a_death_while_held_is_inquired_into() {
        var held = open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
        var died = held.when(new RecordDeath(OP, ID, PERSON, NOON, WHY), OFFICER);
        assertThat(duties(held.given(died.events())))
                .extracting(Duty::kind)
                .contains(DutyKind.INQUIRY, DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P17_a_missing_transferee_is_not_present_in_the_old_place() {
        var leaving =
                open().given(adult(PERSON), facility("big", FacilityKind.CAMP, 5))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var ordered =
                leaving.given(
                        leaving.when(
                                        new OrderTransfer(
                                                OP,
                                                List.of(new Party.Named(ID, PERSON)),
                                                "big",
                                                null,
                                                WHY),
                                        OFFICER)
                                .events());
        var road =
                ordered.given(
                        new ConvoyPlanned(CONVOY, "big", List.of(PERSON)),
                        new ConvoyDeparted(CONVOY, "big", List.of(PERSON), "escort", LEFT));
        var gone =
                road.when(
                        new ReceiveConvoy(OP, CONVOY, List.of(PERSON), List.of(), "e", null),
                        OTHER_OFFICER);
        var camp = gone.own().operation(OP).facility("camp").orElseThrow();
        assertThat(camp.occupancy().absent()).isEqualTo(1);
        assertThat(placement(gone.own()).isAway()).isTrue();
    }

    @Test
    void P17_nobody_decides_about_who_is_missing_until_the_person_is_found() {
        missing().when(new CancelPlacement(OP, ID, PERSON, "x"), OFFICER).thenRefused("P17");
        var found = missing().when(new RecordFound(OP, ID, PERSON, NOON, WHY), OFFICER);
        assertThat(found.event(PersonFound.class).foundAt()).isEqualTo(NOON);
        assertThat(
                        missing()
                                .given(found.events())
                                .when(new CancelPlacement(OP, ID, PERSON, "x"), OFFICER)
                                .events())
                .isNotEmpty();
        assertThat(duties(missing().given(found.events())))
                .extracting(Duty::kind)
                .doesNotContain(DutyKind.INQUIRY)
                .contains(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P17_an_officer_reports_who_is_not_at_the_roll_check() {
        var held = open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
        var report = new ReportMissing(OP, ID, PERSON, LEFT, WHY);
        var reported = held.when(report, OFFICER);
        assertThat(reported.own().operation(OP).facility("camp").orElseThrow().occupancy().absent())
                .isEqualTo(1);
        var gone = held.given(reported.events());
        gone.when(report, OFFICER).thenConflict();
        gone.when(Given.release(ID, PERSON), OFFICER).thenRefused("P17");
        held.when(report, ROBOT).thenRefused("S6");
    }

    @Test
    void P17_who_does_not_come_back_when_expected_is_missing_once() {
        Instant back = NOON.plusSeconds(3600);
        var held = open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
        var away =
                held.given(
                        held.when(
                                        new StartAbsence(
                                                OP, ID, PERSON, AbsenceReason.COURT, back, null),
                                        OFFICER)
                                .events());
        assertThat(away.reactions(PERSON.toString())).isEmpty();
        var late = away.at(back.plusSeconds(1));
        var raise =
                late.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(RaiseAbsence.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        away.when(raise, ROBOT).thenConflict();
        var raised = late.when(raise, ROBOT);
        assertThat(raised.event(AbsenceOverdue.class).expectedBack()).isEqualTo(back);
        var alarm = late.given(raised.events());
        alarm.when(raise, ROBOT).thenConflict();
        assertThat(duties(alarm)).extracting(Duty::kind).contains(DutyKind.INQUIRY);
        var inTime = alarm.when(new EndAbsence(OP, ID, PERSON, back.minusSeconds(60)), OFFICER);
        assertThat(duties(alarm.given(inTime.events())))
                .as("who was back in time was never missing")
                .extracting(Duty::startedBy)
                .isEqualTo(duties(away).stream().map(Duty::startedBy).toList());
        var returned =
                alarm.given(alarm.when(new EndAbsence(OP, ID, PERSON, null), OFFICER).events());
        assertThat(duties(returned)).extracting(Duty::kind).doesNotContain(DutyKind.INQUIRY);
        assertThat(placement(returned.own()).isAway()).isFalse();
    }
}
