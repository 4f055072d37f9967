package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.LineCommand.NotifyBureauOfLine;
import org.orangeline.placement.LineCommand.OpenInquiryInLine;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.LineCommand.TellReasonsInLine;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.scenario.Scenario;

/** Custody begins in a line under guard, and its duties pass to the placement (P10 to P12). */
class LineCustodyTest {

    private static final Instant ARRIVED = NOON.minusSeconds(3600);
    private static final Confidential<String> BECAUSE = Confidential.of("because");

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> waiting =
            open().given(adult(PERSON));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> threat =
            waiting.given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT));

    private static List<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var state = now.own().operation(OP);
        var known = now.known().operation(OP);
        return Stream.concat(
                        state.placementsOf(PERSON.toString())
                                .flatMap(placement -> Duties.of(placement, known)),
                        LineDuties.of(known.person(PERSON).orElseThrow(), state, known))
                .toList();
    }

    private static List<DutyKind> kinds(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return duties(now).stream().map(Duty::kind).toList();
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

    private static TellReasonsInLine tell() {
        return new TellReasonsInLine(OP, PERSON, "ar", null, true, null);
    }

    private static HoldLineReview review(ReviewOutcome outcome, @Nullable UUID appeal) {
        return new HoldLineReview(OP, PERSON, outcome, List.of("r-1"), appeal, WHY, null);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> then(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command) {
        return now.by(OFFICER).given(now.when(command, OFFICER).events());
    }

    private static UUID placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
    }

    private static LegalProfileChanged guarded(@Nullable Boolean linesGuarded) {
        return new LegalProfileChanged(OP, profile(linesGuarded), BECAUSE);
    }

    private static LegalProfile profile(@Nullable Boolean linesGuarded) {
        LegalProfile old = BuiltIn.legalProfile("gc-1949").orElseThrow();
        return new LegalProfile(
                "own",
                old.lineWaitLimit(),
                old.firstReviewWithin(),
                old.reviewEvery(),
                old.cardWithin(),
                old.bureauNoticeWithin(),
                old.screenAgainWithin(),
                old.plausibleClockSkew(),
                old.reasonsToldWithin(),
                old.appealWithin(),
                old.assessmentGoodFor(),
                old.questionWithin(),
                old.releaseWithin(),
                old.clearanceGoodFor(),
                old.retention(),
                linesGuarded);
    }

    /** Somebody has arrived where people may leave the lines. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            unguarded() {
        return Scenario.of(new PlacementModel())
                .given(
                        new OperationOpened(
                                OP,
                                "Border",
                                "BRD",
                                BuiltIn.plan("baghuz-2019").orElseThrow(),
                                profile(false)),
                        Given.facility("camp", FacilityKind.CAMP, 2),
                        adult(PERSON));
    }

    @Test
    void P10_P11_P12_who_waits_under_guard_in_a_line_has_duties_from_the_arrival() {
        assertThat(duties(waiting))
                .extracting(Duty::kind, Duty::due)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.REASONS, ARRIVED.plus(Duration.ofHours(24))),
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.REVIEW, ARRIVED.plus(Duration.ofHours(72))),
                        org.assertj.core.groups.Tuple.tuple(
                                DutyKind.BUREAU_NOTICE, ARRIVED.plus(Duration.ofDays(14))));
        assertThat(duties(waiting)).allMatch(duty -> duty.placementId() == null);
    }

    @Test
    void P10_who_was_found_UNDETERMINED_has_them_too() {
        assertThat(
                        kinds(
                                waiting.given(
                                        concluded(
                                                PERSON,
                                                Finding.UNDETERMINED,
                                                GroundCode.NO_INDICATION))))
                .containsExactly(DutyKind.REASONS, DutyKind.REVIEW, DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P10_P11_P12_twenty_days_in_a_line_are_reported_once_and_not_before_their_time() {
        Instant due = due(waiting, DutyKind.REVIEW);
        var late = waiting.at(ARRIVED.plus(Duration.ofDays(20)));
        var report = overdue(late, DutyKind.REVIEW);
        waiting.at(due).when(report, ROBOT).thenConflict();
        var reported = late;
        for (DutyKind kind : List.of(DutyKind.REASONS, DutyKind.REVIEW, DutyKind.BUREAU_NOTICE)) {
            var one = reported.when(overdue(reported, kind), ROBOT);
            assertThat(one.event(LineDutyOverdue.class).kind()).isEqualTo(kind);
            reported = reported.given(one.events());
        }
        assertThat(reported.reactions(PERSON.toString()))
                .noneMatch(one -> one.command() instanceof ReportLineOverdue);
        reported.when(report, ROBOT).thenConflict();
        assertThat(kinds(reported)).hasSize(3);
    }

    private static PlacementCommand overdue(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            DutyKind kind) {
        return now.reactions(PERSON.toString()).stream()
                .map(reaction -> reaction.command())
                .filter(command ->
                        command instanceof ReportLineOverdue report && report.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void P10_P11_P12_what_was_done_in_the_line_counts_on_when_a_placement_follows() {
        var done =
                then(
                        then(then(threat, tell()), review(ReviewOutcome.CONTINUE, null)),
                        new NotifyBureauOfLine(OP, PERSON, "N-1", null));
        assertThat(kinds(done)).containsExactly(DutyKind.REVIEW);
        Instant next = due(done, DutyKind.REVIEW);
        assertThat(next).isEqualTo(Instant.parse("2019-09-01T12:00:00Z"));
        var ordered = then(done, Given.internment(PERSON, null));
        assertThat(kinds(ordered)).containsExactly(DutyKind.REVIEW);
        assertThat(due(ordered, DutyKind.REVIEW)).isEqualTo(next);
        var admitted = then(ordered, new AdmitPerson(OP, placement(ordered), PERSON, null, null));
        // The card is of the place, and the bureau is told of it.
        assertThat(kinds(admitted))
                .containsExactly(DutyKind.CARD, DutyKind.BUREAU_NOTICE, DutyKind.REVIEW);
    }

    @Test
    void P11_P12_what_was_not_done_in_the_line_is_due_from_the_beginning_of_custody() {
        var ordered = then(threat, Given.internment(PERSON, null));
        assertThat(due(ordered, DutyKind.REASONS)).isEqualTo(ARRIVED.plus(Duration.ofHours(24)));
        var admitted =
                then(
                        ordered.at(NOON.plus(Duration.ofDays(3))),
                        new AdmitPerson(OP, placement(ordered), PERSON, null, null));
        assertThat(due(admitted, DutyKind.REASONS)).isEqualTo(ARRIVED.plus(Duration.ofHours(24)));
        assertThat(due(admitted, DutyKind.BUREAU_NOTICE))
                .isEqualTo(ARRIVED.plus(Duration.ofDays(14)));
        assertThat(due(admitted, DutyKind.CARD)).isEqualTo(NOON.plus(Duration.ofDays(10)));
    }

    @Test
    void P10_what_was_reported_in_the_line_is_not_reported_again_of_the_placement() {
        var late = threat.at(ARRIVED.plus(Duration.ofDays(4)));
        var reported = late.given(late.when(overdue(late, DutyKind.REVIEW), ROBOT).events());
        var ordered = then(reported, Given.internment(PERSON, null));
        assertThat(duties(ordered))
                .filteredOn(duty -> duty.kind() == DutyKind.REVIEW)
                .allMatch(Duty::reported);
        assertThat(ordered.reactions(PERSON.toString()))
                .noneMatch(one ->
                        one.command() instanceof ReportOverdue report
                                && report.kind() == DutyKind.REVIEW);
        // The reasons were not, and are.
        assertThat(
                        ordered.reactions(PERSON.toString()).stream()
                                .map(one -> one.command())
                                .filter(ReportOverdue.class::isInstance)
                                .map(command -> ordered.when(command, ROBOT))
                                .flatMap(decided -> decided.events().stream()))
                .hasOnlyElementsOfType(DutyOverdue.class)
                .hasSize(1);
    }

    @Test
    void P10_a_line_that_people_may_leave_is_no_custody() {
        var free = unguarded();
        assertThat(duties(free)).isEmpty();
        free.when(tell(), OFFICER).thenConflict();
        var threat =
                free.given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT));
        PlacementOrdered order =
                threat.when(Given.internment(PERSON, null), OFFICER).event(PlacementOrdered.class);
        assertThat(order.custodySince()).isEqualTo(NOON);
        assertThat(order.custodyStartedBy()).isNull();
    }

    @Test
    void P10_a_profile_that_guards_lines_counts_from_then_on_and_one_that_does_not_frees_nobody() {
        Instant then = NOON.plus(Duration.ofDays(2));
        assertThat(due(unguarded().at(then).given(guarded(null)), DutyKind.REVIEW))
                .isEqualTo(then.plus(Duration.ofHours(72)));
        assertThat(due(waiting.at(then).given(guarded(false)), DutyKind.REVIEW))
                .isEqualTo(ARRIVED.plus(Duration.ofHours(72)));
    }

    @Test
    void P10_P11_custody_ends_with_liberty_and_whoever_comes_back_begins_a_new_one() {
        var told = then(waiting, tell());
        var left = told.given(new PersonLeft(PERSON, NOON.plusSeconds(60), BECAUSE, null));
        assertThat(duties(left)).isEmpty();
        left.when(tell(), OFFICER).thenConflict();
        Instant back = NOON.plus(Duration.ofDays(9));
        var again = left.at(back).given(new PersonReturned(PERSON, back, "east", BECAUSE));
        assertThat(due(again, DutyKind.REASONS)).isEqualTo(back.plus(Duration.ofHours(24)));
        assertThat(due(again, DutyKind.REVIEW)).isEqualTo(back.plus(Duration.ofHours(72)));
    }

    private static NotifyBureauOfLine notice(@Nullable Instant at) {
        return new NotifyBureauOfLine(OP, PERSON, "N-1", at);
    }

    private static PersonDied died() {
        return new PersonDied(PERSON, NOON, BECAUSE);
    }

    private static DepartureWithdrawn withdrawn(DepartureWithdrawalRequested.Fact fact) {
        return new DepartureWithdrawn(
                PERSON, PERSON, fact, DepartureWithdrawn.Standing.HERE, "human:officer");
    }

    @Test
    void P17_a_death_in_a_guarded_line_is_inquired_into_and_keeps_the_notice_that_nobody_gave() {
        var dead = waiting.given(died());
        assertThat(duties(dead))
                .extracting(Duty::kind, Duty::rule, Duty::due)
                .containsExactly(
                        tuple(DutyKind.INQUIRY, "P17", NOON.plus(Duration.ofHours(24))),
                        tuple(DutyKind.BUREAU_NOTICE, "P12", ARRIVED.plus(Duration.ofDays(14))));
        var told = then(dead, notice(null));
        assertThat(kinds(told)).containsExactly(DutyKind.INQUIRY);
        var inquired = then(told, new OpenInquiryInLine(OP, PERSON, "I-1", null));
        assertThat(duties(inquired)).isEmpty();
        inquired.when(notice(null), OFFICER).thenConflict();
        dead.when(tell(), OFFICER).thenConflict();
        var late = dead.at(ARRIVED.plus(Duration.ofDays(15)));
        late.when(overdue(late, DutyKind.INQUIRY), ROBOT).thenAccepted();
        late.when(overdue(late, DutyKind.BUREAU_NOTICE), ROBOT).thenAccepted();
    }

    @Test
    void P12_a_notice_that_was_overdue_at_the_death_stays_overdue_and_is_reported_once() {
        var late = waiting.at(ARRIVED.plus(Duration.ofDays(15)));
        var reported = late.given(late.when(overdue(late, DutyKind.BUREAU_NOTICE), ROBOT).events());
        assertThat(duties(reported.given(died())))
                .filteredOn(duty -> duty.kind() == DutyKind.BUREAU_NOTICE)
                .extracting(Duty::due, Duty::reported)
                .containsExactly(tuple(ARRIVED.plus(Duration.ofDays(14)), true));
    }

    @Test
    void P12_the_bureau_that_knew_of_who_died_in_a_line_is_told_of_the_death() {
        var dead = then(waiting, notice(ARRIVED)).given(died());
        assertThat(due(dead, DutyKind.BUREAU_NOTICE)).isEqualTo(NOON.plus(Duration.ofDays(14)));
    }

    @Test
    void P17_a_death_in_liberty_is_inquired_into_by_nobody() {
        assertThat(duties(unguarded().given(died()))).isEmpty();
        var left = waiting.given(new PersonLeft(PERSON, NOON, BECAUSE, DepartureKind.OWN_WAY));
        assertThat(duties(left.at(NOON.plusSeconds(60)).given(died()))).isEmpty();
    }

    @Test
    void P18_a_death_in_a_line_that_was_none_leaves_everything_but_for_what_the_bureau_knows() {
        var none = withdrawn(DepartureWithdrawalRequested.Fact.DEATH);
        assertThat(duties(waiting.given(died(), none))).isEqualTo(duties(waiting));
        var told = then(waiting.given(died()), notice(null)).at(NOON.plusSeconds(60)).given(none);
        assertThat(kinds(told))
                .containsExactlyInAnyOrder(
                        DutyKind.REASONS, DutyKind.REVIEW, DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P12_the_bureau_that_knew_of_a_custody_in_a_line_is_told_of_the_departure() {
        var left = new PersonLeft(PERSON, NOON, BECAUSE, DepartureKind.OWN_WAY);
        assertThat(duties(waiting.given(left))).isEmpty();
        var gone = then(waiting, notice(ARRIVED)).at(NOON.plusSeconds(60)).given(left);
        assertThat(duties(gone))
                .extracting(Duty::kind, Duty::due)
                .containsExactly(tuple(DutyKind.BUREAU_NOTICE, NOON.plus(Duration.ofDays(14))));
        assertThat(duties(then(gone, notice(null)))).isEmpty();
        var none = withdrawn(DepartureWithdrawalRequested.Fact.DEPARTURE);
        assertThat(duties(gone.given(none))).isEqualTo(duties(then(waiting, notice(ARRIVED))));
        assertThat(kinds(then(gone, notice(null)).at(NOON.plusSeconds(120)).given(none)))
                .contains(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P10_P17_a_tablet_whose_clock_is_ahead_moves_no_clock() {
        Instant ahead = NOON.plus(Duration.ofHours(20));
        assertThat(due(waiting.given(new PersonDied(PERSON, ahead, BECAUSE)), DutyKind.INQUIRY))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(
                        due(
                                waiting.given(
                                        new PersonLeft(
                                                PERSON, ahead, BECAUSE, DepartureKind.TAKEN_AWAY)),
                                DutyKind.INQUIRY))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
        Instant later = NOON.plus(Duration.ofHours(1));
        var back =
                waiting.given(new PersonLeft(PERSON, ahead, BECAUSE, DepartureKind.OWN_WAY))
                        .at(later)
                        .given(new PersonReturned(PERSON, ahead, "east", BECAUSE));
        assertThat(due(back, DutyKind.REVIEW)).isEqualTo(later.plus(Duration.ofHours(72)));
    }

    @Test
    void P10_who_is_ordered_to_shelter_waits_in_the_line_until_the_admission() {
        var ordered = then(waiting, shelter(PERSON, "camp"));
        assertThat(kinds(ordered)).contains(DutyKind.REVIEW);
        then(ordered, tell());
        var sheltered = then(ordered, new AdmitPerson(OP, placement(ordered), PERSON, null, null));
        assertThat(duties(sheltered)).isEmpty();
        var released =
                then(
                        sheltered,
                        new ReleasePeople(
                                OP,
                                List.of(new Party.Named(placement(sheltered), PERSON)),
                                WHY,
                                null,
                                DepartureKind.OWN_WAY,
                                null));
        assertThat(duties(released)).isEmpty();
    }

    @Test
    void P11_an_order_that_is_cancelled_and_made_again_keeps_the_reasons_and_the_appeal() {
        var ordered = then(threat, Given.internment(PERSON, null));
        UUID first = placement(ordered);
        var told = then(ordered, new TellReasons(OP, first, PERSON, "ar", null, true, null));
        var lodged = told.when(new LodgeAppeal(OP, first, PERSON, WHY, null), OFFICER);
        UUID appeal = lodged.event(AppealLodged.class).appealId();
        var cancelled =
                then(told.given(lodged.events()), new CancelPlacement(OP, first, PERSON, "full"));
        assertThat(kinds(cancelled))
                .containsExactlyInAnyOrder(
                        DutyKind.REVIEW, DutyKind.BUREAU_NOTICE, DutyKind.APPEAL_DECISION);
        var again = then(cancelled.at(NOON.plusSeconds(60)), Given.internment(PERSON, null));
        assertThat(placement(again)).isNotEqualTo(first);
        assertThat(kinds(again))
                .containsExactlyInAnyOrder(
                        DutyKind.REVIEW, DutyKind.BUREAU_NOTICE, DutyKind.APPEAL_DECISION);
        again.when(
                        new HoldReview(
                                OP,
                                placement(again),
                                PERSON,
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                appeal,
                                WHY,
                                null),
                        OTHER_OFFICER)
                .thenAccepted();
        // In between, the board can answer it as well.
        var answered = then(cancelled, review(ReviewOutcome.CONTINUE, appeal));
        assertThat(kinds(answered)).doesNotContain(DutyKind.APPEAL_DECISION);
        answered.when(review(ReviewOutcome.CONTINUE, appeal), OFFICER).thenConflict();
    }

    @Test
    void P19_who_a_review_in_the_line_sets_free_is_not_ordered_into_detention() {
        var free = then(threat, review(ReviewOutcome.RELEASE, null));
        assertThat(due(free, DutyKind.RELEASE)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        free.when(Given.internment(PERSON, null), OFFICER).thenRefused("P19");
        free.when(review(ReviewOutcome.CONTINUE, null), OFFICER).thenRefused("P19");
        free.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
        var other = free.at(NOON.plusSeconds(60));
        var held =
                other.given(
                        other.when(review(ReviewOutcome.CONTINUE, null), OTHER_OFFICER).events());
        assertThat(kinds(held)).doesNotContain(DutyKind.RELEASE);
        held.when(Given.internment(PERSON, null), OFFICER).thenAccepted();
    }

    @Test
    void P19_liberty_that_a_review_decided_outlives_the_cancellation_of_the_order() {
        var ordered = then(threat, Given.internment(PERSON, null));
        var decided =
                ordered.when(
                        new HoldReview(
                                OP,
                                placement(ordered),
                                PERSON,
                                ReviewOutcome.RELEASE,
                                List.of("r-1"),
                                null,
                                WHY,
                                null),
                        OTHER_OFFICER);
        var cancelled =
                then(
                        ordered.given(decided.events()),
                        new CancelPlacement(OP, placement(ordered), PERSON, "full"));
        assertThat(kinds(cancelled)).contains(DutyKind.RELEASE);
        cancelled.when(Given.internment(PERSON, null), OFFICER).thenRefused("P19");
    }

    @Test
    void P19_a_review_in_a_later_custody_sets_free_too() {
        var free = then(threat, review(ReviewOutcome.RELEASE, null));
        var ordered = then(free, shelter(PERSON, "camp"));
        UUID first = placement(ordered);
        var admitted = then(ordered, new AdmitPerson(OP, first, PERSON, null, null));
        admitted.when(interned(first), OFFICER).thenRefused("P19");
        Instant back = NOON.plus(Duration.ofDays(30));
        var again =
                then(admitted, Given.release(first, PERSON))
                        .at(back)
                        .given(new PersonReturned(PERSON, back, "east", BECAUSE));
        assertThat(due(again, DutyKind.RELEASE))
                .as("what a review of before looked at is no ground")
                .isEqualTo(back.plus(Duration.ofHours(24)));
        var decided = then(again, review(ReviewOutcome.RELEASE, null));
        assertThat(due(decided, DutyKind.RELEASE)).isEqualTo(back.plus(Duration.ofHours(24)));
        decided.when(Given.internment(PERSON, null), OFFICER).thenRefused("P19");
    }

    private static ChangeBasis interned(UUID placement) {
        return new ChangeBasis(
                OP,
                placement,
                PERSON,
                new OnBasis(Basis.INTERNMENT, null, null, null, null),
                null,
                null,
                WHY);
    }

    @Test
    void P19_no_order_of_shelter_is_a_way_around_a_review_in_the_line() {
        var free =
                then(
                        threat.at(ARRIVED.plus(Duration.ofDays(20))),
                        review(ReviewOutcome.RELEASE, null));
        free.given(Given.locked("fenced"))
                .when(shelter(PERSON, "fenced"), OFFICER)
                .thenRefused("P19");
        var ordered = then(free, shelter(PERSON, "camp"));
        ordered.when(interned(placement(ordered)), OFFICER).thenRefused("P19");
        assertThat(kinds(ordered)).contains(DutyKind.RELEASE);
        var otherwise =
                ordered.by(OTHER_OFFICER)
                        .given(
                                ordered.when(review(ReviewOutcome.CONTINUE, null), OTHER_OFFICER)
                                        .thenAccepted()
                                        .events());
        otherwise.when(interned(placement(otherwise)), OFFICER).thenAccepted();
    }

    @Test
    void P10_P11_P12_who_is_ordered_to_shelter_and_held_instead_keeps_the_clocks_of_the_line() {
        var late = threat.at(ARRIVED.plus(Duration.ofDays(20)));
        var reported = late.given(late.when(overdue(late, DutyKind.REVIEW), ROBOT).events());
        var ordered = then(then(reported, tell()), shelter(PERSON, "camp"));
        var held = then(ordered, interned(placement(ordered)));
        assertThat(kinds(held)).containsExactly(DutyKind.REVIEW, DutyKind.BUREAU_NOTICE);
        assertThat(due(held, DutyKind.REVIEW)).isEqualTo(ARRIVED.plus(Duration.ofHours(72)));
        assertThat(due(held, DutyKind.BUREAU_NOTICE)).isEqualTo(ARRIVED.plus(Duration.ofDays(14)));
        assertThat(duties(held))
                .filteredOn(duty -> duty.kind() == DutyKind.REVIEW)
                .allMatch(Duty::reported);
    }

    @Test
    void P19_liberty_that_was_decided_in_the_line_goes_with_who_is_found_inside() {
        var free = then(threat, review(ReviewOutcome.RELEASE, null));
        var found =
                new RecordFoundInside(
                        OP, PERSON, "camp", null, Basis.INTERNMENT, null, null, null, null, WHY);
        assertThat(due(then(free, found), DutyKind.RELEASE))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(due(then(then(free, shelter(PERSON, "camp")), found), DutyKind.RELEASE))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void P13_P19_a_civilian_in_a_line_is_to_be_free_whatever_a_review_says() {
        var civilian = waiting.given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        assertThat(due(civilian, DutyKind.RELEASE)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        var later = civilian.at(NOON.plusSeconds(60));
        later.when(review(ReviewOutcome.CONTINUE, null), OFFICER).thenRefused("P13");
        later.when(review(ReviewOutcome.RELEASE, null), OFFICER).thenAccepted();
        later.when(
                        new HoldLineReview(
                                OP,
                                PERSON,
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                null,
                                WHY,
                                NOON.minusSeconds(60)),
                        OFFICER)
                .thenAccepted();
        var reopened = later.given(new ScreeningReopened(PERSON, PERSON, BECAUSE));
        assertThat(kinds(reopened)).doesNotContain(DutyKind.RELEASE);
        reopened.when(review(ReviewOutcome.CONTINUE, null), OFFICER).thenAccepted();
        var sheltered = then(later, shelter(PERSON, "camp"));
        assertThat(
                        kinds(
                                then(
                                        sheltered,
                                        new AdmitPerson(
                                                OP, placement(sheltered), PERSON, null, null))))
                .isEmpty();
    }

    @Test
    void P19_a_finding_that_is_told_late_counts_from_when_the_approver_decided() {
        Instant decided = NOON.minusSeconds(600);
        var told =
                waiting.given(
                        new ScreeningConcluded(
                                PERSON,
                                PERSON,
                                Finding.CIVILIAN,
                                List.of(GroundCode.NO_INDICATION),
                                List.of(),
                                "human:screener",
                                "human:approver",
                                BECAUSE,
                                decided));
        assertThat(due(told, DutyKind.RELEASE)).isEqualTo(decided.plus(Duration.ofHours(24)));
    }

    @Test
    void P11_S6_what_is_done_in_a_line_is_done_by_humans_and_said_how() {
        waiting.when(tell(), ROBOT).thenRefused("S6");
        waiting.when(new TellReasonsInLine(OP, PERSON, null, "i-3", null, null), OFFICER)
                .thenRefused("P11");
        waiting.when(new TellReasonsInLine(OP, PERSON, "ar", null, null, null), OFFICER)
                .thenRefused("P11");
        waiting.when(review(ReviewOutcome.CONTINUE, null), ROBOT).thenRefused("S6");
        var notified = then(waiting, new NotifyBureauOfLine(OP, PERSON, "N-1", null));
        notified.when(new NotifyBureauOfLine(OP, PERSON, "N-2", null), OFFICER).thenConflict();
        open().when(new TellReasonsInLine(OP, PERSON, "ar", null, true, null), OFFICER)
                .thenNotFound();
    }
}
