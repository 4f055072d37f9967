package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;

/** The clocks of the legal profile (rules P10 to P12). */
class DutyTest {

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held =
            open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.INTERNMENT));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> ordered =
            open().given(adult(PERSON), Given.ordered(PERSON, "camp", Basis.INTERNMENT));

    private static Stream<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.own()
                .operation(OP)
                .placementsOf(PERSON.toString())
                .flatMap(placement -> Duties.of(placement, scenario.known().operation(OP)));
    }

    private static Instant due(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario,
            DutyKind kind) {
        return duties(scenario)
                .filter(duty -> duty.kind() == kind)
                .map(Duty::due)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void P10_the_first_review_counts_from_the_earliest_plausible_moment_of_custody() {
        // The order says since when: the tablet's time of the arrival.
        assertThat(due(held, DutyKind.REVIEW)).isEqualTo(NOON.plus(Duration.ofHours(72)));
        assertThat(
                        due(
                                open().given(
                                                adult(PERSON),
                                                ordered(PERSON, "camp", Basis.INTERNMENT)),
                                DutyKind.REVIEW))
                .isEqualTo(NOON.plus(Duration.ofHours(72)));
    }

    @Test
    void P10_then_at_least_every_six_months() {
        var reviewed = held.at(NOON.plusSeconds(3600)).given(review(null));
        assertThat(due(reviewed, DutyKind.REVIEW)).isEqualTo(Instant.parse("2019-09-01T13:00:00Z"));
    }

    @Test
    void P10_an_overdue_review_is_reported_once_and_not_before_its_time() {
        Instant due = due(held, DutyKind.REVIEW);
        assertThat(overdue(held.at(due), DutyKind.REVIEW)).isEmpty();
        var late = held.at(due.plusMillis(1));
        Reaction<PlacementCommand> reaction =
                overdue(late, DutyKind.REVIEW).findFirst().orElseThrow();
        held.at(due).when(reaction.command(), ROBOT).thenConflict();
        var reported = late.when(reaction.command(), ROBOT);
        assertThat(reported.event(DutyOverdue.class).rule()).isEqualTo("P10");
        var after = late.given(reported.events());
        assertThat(overdue(after, DutyKind.REVIEW)).isEmpty();
        after.when(reaction.command(), ROBOT).thenConflict();
    }

    @Test
    void P10_a_changed_profile_counts_for_what_is_not_reported() {
        LegalProfile old = BuiltIn.legalProfile("gc-1949").orElseThrow();
        var stricter =
                held.given(
                        new LegalProfileChanged(
                                OP,
                                new LegalProfile(
                                        "strict",
                                        old.lineWaitLimit(),
                                        Duration.ofHours(24),
                                        old.reviewEvery(),
                                        old.cardWithin(),
                                        old.bureauNoticeWithin(),
                                        old.screenAgainWithin(),
                                        old.plausibleClockSkew(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                Confidential.of("a court said so")));
        assertThat(due(stricter, DutyKind.REVIEW)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(due(stricter, DutyKind.REASONS)).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void P11_a_profile_that_says_nothing_of_reasons_means_24_hours_on_every_placement() {
        LegalProfile old = BuiltIn.legalProfile("gc-1949").orElseThrow();
        var silent =
                Scenario.of(new PlacementModel())
                        .given(
                                new OperationOpened(
                                        OP,
                                        "Border",
                                        "BRD",
                                        BuiltIn.plan("baghuz-2019").orElseThrow(),
                                        new LegalProfile(
                                                "silent",
                                                old.lineWaitLimit(),
                                                old.firstReviewWithin(),
                                                old.reviewEvery(),
                                                old.cardWithin(),
                                                old.bureauNoticeWithin(),
                                                old.screenAgainWithin(),
                                                old.plausibleClockSkew(),
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null)),
                                Given.facility("camp", FacilityKind.CAMP, 2),
                                adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        assertThat(due(silent, DutyKind.REASONS)).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void P10_an_appeal_is_answered_by_a_review() {
        UUID appeal = new UUID(0x7000, 700);
        var appealed =
                held.given(
                        new AppealLodged(
                                PERSON,
                                placementOf(PERSON),
                                "camp",
                                appeal,
                                Confidential.of("no weapon")));
        assertThat(due(appealed, DutyKind.APPEAL_DECISION)).isAfter(NOON);
        held.when(hold(ReviewOutcome.CONTINUE, appeal), OTHER_OFFICER).thenConflict();
        appealed.when(hold(ReviewOutcome.CONTINUE, appeal), OTHER_OFFICER).thenAccepted();
        assertThat(duties(appealed.given(review(appeal))))
                .noneMatch(duty -> duty.kind() == DutyKind.APPEAL_DECISION);
    }

    @Test
    void P10_a_review_that_says_release_proposes_it_and_releases_nobody() {
        var reviewed = held.when(hold(ReviewOutcome.RELEASE, null), OTHER_OFFICER);
        assertThat(reviewed.event(PlacementProposed.class).action())
                .isEqualTo(PlacementProposed.Action.RELEASE);
        assertThat(reviewed.own().operation(OP).openPlacement(PERSON)).isPresent();
        held.when(hold(ReviewOutcome.RELEASE, null), ROBOT).thenRefused("S6");
    }

    @Test
    void P10_custody_counts_from_the_truck_also_when_its_record_comes_after_the_person() {
        UUID truck = new UUID(0x7000, 800);
        Instant cameIn = NOON.minus(Duration.ofHours(30));
        var came =
                open().given(
                                new PersonArrived(
                                        PERSON,
                                        "BGZ-000001-7",
                                        "east",
                                        NOON.minusSeconds(3600),
                                        Sex.MALE,
                                        Age.between(30, 40, Given.TODAY),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        truck,
                                        null,
                                        null));
        var counted = new GroupPreRegistered(truck, "east", cameIn, 40, null, null);
        var heard =
                came.given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(counted);
        assertThat(
                        heard.when(Given.internment(PERSON, null), OFFICER)
                                .event(PlacementOrdered.class)
                                .custodySince())
                .isEqualTo(cameIn);
        // The order stands when the truck's record comes: its first review is due earlier.
        var standing = came.given(placed(PERSON, "camp", Basis.INTERNMENT));
        assertThat(due(standing, DutyKind.REVIEW)).isEqualTo(NOON.plus(Duration.ofHours(72)));
        assertThat(due(standing.given(counted), DutyKind.REVIEW))
                .isEqualTo(cameIn.plus(Duration.ofHours(72)));
        // What no clock can have shown is not believed.
        assertThat(
                        due(
                                standing.given(
                                        new GroupPreRegistered(
                                                truck,
                                                "east",
                                                NOON.minus(Duration.ofDays(90)),
                                                40,
                                                null,
                                                null)),
                                DutyKind.REVIEW))
                .isEqualTo(NOON.plus(Duration.ofHours(72)));
    }

    @Test
    void P10_who_ordered_a_placement_does_not_review_it() {
        held.when(hold(ReviewOutcome.CONTINUE, null), OFFICER).thenRefused("P10");
        held.when(hold(ReviewOutcome.CONTINUE, null), OFFICER_ELSEWHERE).thenRefused("P10");
        held.when(hold(ReviewOutcome.CONTINUE, null), OTHER_OFFICER).thenAccepted();
    }

    @Test
    void P10_only_detention_is_reviewed_from_the_order_on() {
        open().given(adult(PERSON))
                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                .when(hold(ReviewOutcome.CONTINUE, null), OTHER_OFFICER)
                .thenRefused("P10");
        // Custody runs in the line already, and its clock does.
        ordered.when(hold(ReviewOutcome.CONTINUE, null), OTHER_OFFICER).thenAccepted();
    }

    @Test
    void P12_a_card_and_a_notice_say_where_a_person_is_and_so_wait_for_the_arrival() {
        ordered.when(new IssueCard(OP, placementOf(PERSON), PERSON, "C-1", null), OFFICER)
                .thenRefused("P12");
        ordered.when(new NotifyBureau(OP, placementOf(PERSON), PERSON, "N-1", null), OFFICER)
                .thenRefused("P12");
        held.when(new IssueCard(OP, placementOf(PERSON), PERSON, "C-1", null), OFFICER)
                .thenAccepted();
        held.when(new NotifyBureau(OP, placementOf(PERSON), PERSON, "N-1", null), OFFICER)
                .thenAccepted();
    }

    @Test
    void P11_reasons_are_told_in_a_language_that_the_person_understands() {
        held.when(
                        new TellReasons(OP, placementOf(PERSON), PERSON, null, "i-3", null, null),
                        OFFICER)
                .thenRefused("P11");
        held.when(new TellReasons(OP, placementOf(PERSON), PERSON, "ar", null, null, null), OFFICER)
                .thenRefused("P11");
        held.when(
                        new TellReasons(OP, placementOf(PERSON), PERSON, "ar", null, false, null),
                        OFFICER)
                .thenRefused("P11");
        assertThat(
                        held.when(
                                        new TellReasons(
                                                OP,
                                                placementOf(PERSON),
                                                PERSON,
                                                "ar",
                                                null,
                                                true,
                                                null),
                                        OFFICER)
                                .event(ReasonsTold.class)
                                .sharedLanguage())
                .isTrue();
    }

    @Test
    void P11_reasons_told_stay_a_duty_until_done() {
        assertThat(due(held, DutyKind.REASONS)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        held.when(new TellReasons(OP, placementOf(PERSON), PERSON, "ar", "i-3", null, null), ROBOT)
                .thenRefused("S6");
        held.when(
                        new TellReasons(OP, placementOf(PERSON), PERSON, "ar", "i-3", null, null),
                        OFFICER)
                .thenAccepted();
        assertThat(
                        duties(
                                held.given(
                                        new ReasonsTold(
                                                PERSON,
                                                placementOf(PERSON),
                                                "camp",
                                                "ar",
                                                "i-3",
                                                null))))
                .noneMatch(duty -> duty.kind() == DutyKind.REASONS);
    }

    @Test
    void P12_a_card_within_seven_days_and_a_notice_within_fourteen() {
        assertThat(due(held, DutyKind.CARD)).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(due(held, DutyKind.BUREAU_NOTICE)).isEqualTo(NOON.plus(Duration.ofDays(14)));
        held.when(new IssueCard(OP, placementOf(PERSON), PERSON, "C-1", null), OFFICER)
                .thenAccepted();
        var done =
                held.given(
                        new CardIssued(PERSON, placementOf(PERSON), "camp", "C-1"),
                        new BureauNotified(PERSON, placementOf(PERSON), "camp", "N-1"));
        assertThat(duties(done).map(Duty::kind)).containsExactly(DutyKind.REASONS, DutyKind.REVIEW);
        done.when(new NotifyBureau(OP, placementOf(PERSON), PERSON, "N-2", null), OFFICER)
                .thenConflict();
    }

    @Test
    void P12_the_bureau_is_told_of_a_release_too_and_nothing_else_is_left() {
        var released =
                held.given(new BureauNotified(PERSON, placementOf(PERSON), "camp", "N-1"))
                        .at(NOON.plusSeconds(60))
                        .given(
                                new ReleasedFromDetention(
                                        PERSON,
                                        placementOf(PERSON),
                                        "camp",
                                        Basis.INTERNMENT,
                                        Confidential.of("no ground"),
                                        null,
                                        null));
        assertThat(duties(released).map(Duty::kind)).containsExactly(DutyKind.BUREAU_NOTICE);
        released.when(new NotifyBureau(OP, placementOf(PERSON), PERSON, "N-2", null), OFFICER)
                .thenAccepted();
    }

    @Test
    void nothing_is_asked_for_a_person_who_is_not_held() {
        assertThat(
                        duties(
                                open().given(adult(PERSON))
                                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))))
                .isEmpty();
    }

    private static Stream<Reaction<PlacementCommand>> overdue(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario,
            DutyKind kind) {
        return scenario.reactions(PERSON.toString()).stream()
                .filter(reaction ->
                        reaction.command() instanceof ReportOverdue report
                                && report.kind() == kind);
    }

    private static HoldReview hold(ReviewOutcome outcome, @Nullable UUID appeal) {
        return new HoldReview(
                OP, placementOf(PERSON), PERSON, outcome, List.of("r-1"), appeal, WHY, null);
    }

    private static ReviewHeld review(@Nullable UUID appeal) {
        return new ReviewHeld(
                PERSON,
                placementOf(PERSON),
                "camp",
                new UUID(0x7000, 600),
                ReviewOutcome.CONTINUE,
                List.of("r-1"),
                appeal,
                Confidential.of("still stands"));
    }
}
