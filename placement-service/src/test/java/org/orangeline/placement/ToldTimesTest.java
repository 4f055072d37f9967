package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** Facts carry the time at which they happened, and the clocks run from it (P10 to P12). */
class ToldTimesTest {

    private static final UUID ID = placementOf(PERSON);
    private static final UUID CONVOY = new UUID(0x7000, 610);
    private static final Instant LATER = NOON.plus(Duration.ofDays(5));
    private static final Instant IN_TIME = NOON.plus(Duration.ofHours(20));

    /** Held since noon; five days have passed, and a tablet comes online. */
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held =
            open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT)).at(LATER);

    private static Placement placement(PlacementState own) {
        return own.operation(OP).placement(ID).orElseThrow();
    }

    private static Instant due(PlacementState own, Knowledge known, DutyKind kind) {
        return Duties.of(placement(own), known.operation(OP))
                .filter(duty -> duty.kind() == kind)
                .map(Duty::due)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that a tablet tells is refused before the fact it follows, and after now. */
    private static void plausible(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            Instant earliest,
            Function<Instant, PlacementCommand> command) {
        impossible(now.when(command.apply(earliest.minusSeconds(3600)), OTHER_OFFICER));
        impossible(now.when(command.apply(LATER.plusSeconds(3600)), OTHER_OFFICER));
        now.when(command.apply(earliest.minusSeconds(60)), OTHER_OFFICER).thenAccepted();
        now.when(command.apply(earliest.plusSeconds(3600)), OTHER_OFFICER).thenAccepted();
        now.when(command.apply(LATER), OTHER_OFFICER).thenAccepted();
    }

    private static void impossible(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided) {
        assertThat(decided.refusal().kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(decided.refusal().violations()).isEmpty();
        assertThat(decided.refusal().detail()).startsWith("at, ").contains("cannot be");
    }

    private static HoldReview review(Instant at) {
        return new HoldReview(
                OP, ID, PERSON, ReviewOutcome.CONTINUE, List.of("r-1"), null, WHY, at);
    }

    private static TellReasons tell(Instant at) {
        return new TellReasons(OP, ID, PERSON, "ar", null, true, at);
    }

    @Test
    void what_is_done_in_custody_lies_between_its_beginning_and_now() {
        plausible(held, NOON, ToldTimesTest::review);
        plausible(held, NOON, ToldTimesTest::tell);
        plausible(held, NOON, at -> new IssueCard(OP, ID, PERSON, "C-1", at));
        plausible(held, NOON, at -> new NotifyBureau(OP, ID, PERSON, "N-1", at));
        plausible(held, NOON, at -> new LodgeAppeal(OP, ID, PERSON, WHY, at));
        plausible(
                open().given(adult(PERSON)).at(LATER),
                NOON.minusSeconds(3600),
                at ->
                        new HoldLineReview(
                                OP, PERSON, ReviewOutcome.CONTINUE, List.of("r-1"), null, WHY, at));
    }

    @Test
    void what_happens_to_a_person_follows_what_happened_before() {
        plausible(
                open().given(adult(PERSON), ordered(PERSON, "camp", Basis.INTERNMENT)).at(LATER),
                NOON,
                at -> new AdmitPerson(OP, ID, PERSON, "inside", at));
        plausible(
                held,
                NOON,
                at ->
                        new ReleasePeople(
                                OP,
                                List.of(new Party.Named(ID, PERSON)),
                                WHY,
                                null,
                                DepartureKind.OWN_WAY,
                                at));
        plausible(
                held,
                NOON,
                at -> new StartAbsence(OP, ID, PERSON, AbsenceReason.HOSPITAL, null, at));
        Instant away = NOON.plus(Duration.ofDays(1));
        plausible(
                held.given(
                        new AbsenceStarted(
                                PERSON, ID, CONVOY, "camp", AbsenceReason.HOSPITAL, null, away)),
                away,
                at -> new EndAbsence(OP, ID, PERSON, at));
        plausible(
                open().given(adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .at(LATER),
                NOON,
                at -> new WithdrawConsent(OP, ID, PERSON, WHY, at));
        plausible(
                open().given(adult(PERSON), facility("big", FacilityKind.CAMP, 5))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(transfer("camp", "big"))
                        .at(LATER),
                NOON,
                at -> new ArriveFromTransfer(OP, ID, PERSON, true, at));
    }

    private static TransferOrdered transfer(String from, String to) {
        return new TransferOrdered(
                PERSON,
                ID,
                CONVOY,
                from,
                to,
                null,
                org.orangeline.events.Confidential.of("nearer"));
    }

    @Test
    void a_convoy_arrives_after_it_left_and_its_people_with_it() {
        Instant left = NOON.plus(Duration.ofHours(3));
        var underway =
                open().given(adult(PERSON), ordered(PERSON, "camp", Basis.INTERNMENT))
                        .given(
                                new ConvoyPlanned(CONVOY, "camp", List.of(PERSON)),
                                new ConvoyDeparted(CONVOY, "camp", List.of(PERSON), "e", left))
                        .at(LATER);
        plausible(
                underway,
                left,
                at -> new ReceiveConvoy(OP, CONVOY, List.of(), List.of(), "escort", at));
        Instant came = left.plusSeconds(7200);
        var arrived =
                underway.when(
                        new ReceiveConvoy(OP, CONVOY, List.of(), List.of(), "escort", came),
                        OTHER_OFFICER);
        assertThat(arrived.event(ConvoyArrived.class).at()).isEqualTo(came);
        assertThat(arrived.event(PlacedInDetention.class).at()).isEqualTo(came);
        assertThat(due(arrived.own(), arrived.known(), DutyKind.CARD))
                .isEqualTo(came.plus(Duration.ofDays(7)));
    }

    @Test
    void P12_the_card_is_due_from_the_admission_and_not_from_its_upload() {
        var ordered = open().given(adult(PERSON), ordered(PERSON, "camp", Basis.INTERNMENT));
        var admitted =
                ordered.at(LATER).when(new AdmitPerson(OP, ID, PERSON, "inside", IN_TIME), OFFICER);
        assertThat(due(admitted.own(), admitted.known(), DutyKind.CARD))
                .isEqualTo(IN_TIME.plus(Duration.ofDays(7)));
        assertThat(placement(admitted.own()).happenedAt()).isEqualTo(IN_TIME);
        assertThat(placement(admitted.own()).since()).isEqualTo(LATER);
    }

    @Test
    void P10_a_review_held_in_time_and_uploaded_late_was_in_time() {
        PlacementCommand report =
                held.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(command ->
                                command instanceof ReportOverdue overdue
                                        && overdue.kind() == DutyKind.REVIEW)
                        .findFirst()
                        .orElseThrow();
        var reported = held.given(held.when(report, ROBOT).events());
        Instant due = due(reported.own(), reported.known(), DutyKind.REVIEW);
        var uploaded = reported.when(review(due.minusSeconds(60)), OTHER_OFFICER);
        DutyNotOverdue corrected = uploaded.event(DutyNotOverdue.class);
        assertThat(corrected.kind()).isEqualTo(DutyKind.REVIEW);
        assertThat(corrected.due()).isEqualTo(due);
        assertThat(corrected.doneAt()).isEqualTo(due.minusSeconds(60));
        assertThat(uploaded.own().operation(OP).custody(PERSON).inTime())
                .as("shown beside the duties")
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.kind()).isEqualTo(DutyKind.REVIEW);
                    assertThat(done.doneAt()).isEqualTo(due.minusSeconds(60));
                    assertThat(done.recordedAt()).isEqualTo(LATER);
                });
        assertThat(due(uploaded.own(), uploaded.known(), DutyKind.REVIEW))
                .isEqualTo(Instant.parse("2019-09-04T11:59:00Z"));
        // Held too late, or only now, it stays overdue.
        assertThat(reported.when(review(due.plusSeconds(60)), OTHER_OFFICER).events())
                .noneMatch(DutyNotOverdue.class::isInstance);
        assertThat(
                        reported.when(
                                        new HoldReview(
                                                OP,
                                                ID,
                                                PERSON,
                                                ReviewOutcome.CONTINUE,
                                                List.of("r-1"),
                                                null,
                                                WHY,
                                                null),
                                        OTHER_OFFICER)
                                .events())
                .noneMatch(DutyNotOverdue.class::isInstance);
    }

    @Test
    void P10_in_a_line_as_well() {
        var waiting = open().given(adult(PERSON)).at(LATER);
        PlacementCommand report =
                waiting.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(command ->
                                command instanceof ReportLineOverdue overdue
                                        && overdue.kind() == DutyKind.REVIEW)
                        .findFirst()
                        .orElseThrow();
        var reported = waiting.given(waiting.when(report, ROBOT).events());
        assertThat(
                        reported.when(
                                        new HoldLineReview(
                                                OP,
                                                PERSON,
                                                ReviewOutcome.CONTINUE,
                                                List.of("r-1"),
                                                null,
                                                WHY,
                                                IN_TIME),
                                        OFFICER)
                                .event(DutyNotOverdue.class)
                                .placementId())
                .isNull();
    }

    @Test
    void P10_a_release_that_was_before_the_review_was_due_corrects_the_report_too() {
        PlacementCommand report =
                held.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(ReportOverdue.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var reported = held.given(held.when(report, ROBOT).events());
        assertThat(
                        reported.when(
                                        new ReleasePeople(
                                                OP,
                                                List.of(new Party.Named(ID, PERSON)),
                                                WHY,
                                                null,
                                                DepartureKind.OWN_WAY,
                                                IN_TIME),
                                        OFFICER)
                                .event(DutyNotOverdue.class)
                                .doneAt())
                .isEqualTo(IN_TIME);
    }

    @Test
    void P10_the_last_review_is_the_one_that_was_held_last() {
        Instant first = NOON.plus(Duration.ofDays(1));
        Instant second = NOON.plus(Duration.ofDays(3));
        var reviewed = held.given(held.when(review(second), OTHER_OFFICER).events());
        Instant due = due(reviewed.own(), reviewed.known(), DutyKind.REVIEW);
        var release =
                new HoldReview(
                        OP, ID, PERSON, ReviewOutcome.RELEASE, List.of("r-1"), null, WHY, first);
        var uploaded = reviewed.when(release, OTHER_OFFICER);
        assertThat(due(uploaded.own(), uploaded.known(), DutyKind.REVIEW)).isEqualTo(due);
        // What it said was overtaken by the later one.
        assertThat(placement(uploaded.own()).liberty()).isNull();
        assertThat(uploaded.events()).noneMatch(PlacementProposed.class::isInstance);
    }

    @Test
    void P11_P12_what_was_done_before_the_release_is_recorded_after_it() {
        Instant free = NOON.plus(Duration.ofDays(2));
        var released =
                held.given(
                        held.when(
                                        new ReleasePeople(
                                                OP,
                                                List.of(new Party.Named(ID, PERSON)),
                                                WHY,
                                                null,
                                                DepartureKind.OWN_WAY,
                                                free),
                                        OFFICER)
                                .events());
        released.when(tell(IN_TIME), OFFICER).thenAccepted();
        released.when(review(IN_TIME), OTHER_OFFICER).thenAccepted();
        released.when(tell(free.plusSeconds(3600)), OFFICER).thenConflict();
        released.when(review(free.plusSeconds(3600)), OTHER_OFFICER).thenConflict();
        var reviewed = released.when(review(IN_TIME), OTHER_OFFICER);
        assertThat(Duties.of(placement(reviewed.own()), reviewed.known().operation(OP)))
                .extracting(Duty::kind)
                .containsExactly(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P12_a_notice_tells_of_what_was_before_it_and_not_of_what_came_after() {
        Instant moved = NOON.plus(Duration.ofDays(3));
        var there =
                open().given(adult(PERSON), facility("big", FacilityKind.CAMP, 5))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(transfer("camp", "big"))
                        .at(LATER);
        var arrived =
                there.given(
                        there.when(new ArriveFromTransfer(OP, ID, PERSON, true, moved), OFFICER)
                                .events());
        var told =
                arrived.given(
                        new BureauNotified(
                                PERSON, ID, "big", "N-1", NOON.plus(Duration.ofDays(1))));
        assertThat(due(told.own(), told.known(), DutyKind.BUREAU_NOTICE))
                .isEqualTo(moved.plus(Duration.ofDays(14)));
        var toldAgain =
                told.given(new BureauNotified(PERSON, ID, "big", "N-2", moved.plusSeconds(60)));
        assertThat(Duties.of(placement(toldAgain.own()), toldAgain.known().operation(OP)))
                .noneMatch(duty -> duty.kind() == DutyKind.BUREAU_NOTICE);
    }
}
