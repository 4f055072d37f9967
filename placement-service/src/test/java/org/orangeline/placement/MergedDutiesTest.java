package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** Reasons, reviews, appeals and liberty are the person's, over all registrations (P10, P11). */
class MergedDutiesTest {

    private static final UUID OTHER = new UUID(0x7000, 41);
    private static final UUID MERGE = new UUID(0x7000, 42);

    /** Ordered to a camp, told why and appealed; then the order was cancelled. */
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> appealed =
            appealed();

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            appealed() {
        var ordered =
                then(
                        open().given(adult(PERSON), adult(OTHER), threat(PERSON), threat(OTHER)),
                        Given.internment(PERSON, null),
                        OFFICER,
                        "order");
        UUID first = placement(ordered, PERSON);
        var told =
                then(
                        ordered,
                        new TellReasons(OP, first, PERSON, "ar", null, true, null),
                        OFFICER,
                        "reasons");
        var appealed = then(told, new LodgeAppeal(OP, first, PERSON, WHY, null), OFFICER, "appeal");
        return then(appealed, new CancelPlacement(OP, first, PERSON, "why"), OFFICER, "cancel");
    }

    private static org.orangeline.events.screening.ScreeningConcluded threat(UUID person) {
        return concluded(person, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT);
    }

    private static PersonsMerged merge() {
        return new PersonsMerged(OTHER, MERGE, PERSON, Confidential.of("same papers"));
    }

    private static PersonsUnmerged unmerge() {
        return new PersonsUnmerged(OTHER, MERGE, PERSON, Confidential.of("brothers"));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> then(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command,
            Actor by,
            String id) {
        var named = now.by(by).commandId(id);
        return named.given(named.when(command, by).events());
    }

    private static UUID placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return now.own().operation(OP).openPlacement(who).orElseThrow().placementId();
    }

    private static UUID appeal(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.log().stream()
                .filter(one -> one.event() instanceof AppealLodged)
                .map(one -> ((AppealLodged) one.event()).appealId())
                .findFirst()
                .orElseThrow();
    }

    private static HoldReview review(UUID placement, ReviewOutcome outcome, @Nullable UUID appeal) {
        return new HoldReview(OP, placement, OTHER, outcome, List.of("r-1"), appeal, WHY, null);
    }

    private static Stream<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        var state = now.own().operation(OP);
        var known = now.known().operation(OP);
        return Stream.concat(
                state.placementsOf(who.toString())
                        .flatMap(one -> Duties.of(Registrations.seen(one, state, known), known)),
                LineDuties.of(known.person(who).orElseThrow(), state, known));
    }

    private static List<DutyKind> kinds(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return duties(now, who).map(Duty::kind).toList();
    }

    @Test
    void P10_P11_an_order_for_the_other_registration_takes_over_the_appeal_and_the_reasons() {
        var merged = appealed.given(merge());
        var ordered = then(merged, Given.internment(OTHER, null), OFFICER, "again");
        assertThat(kinds(ordered, OTHER))
                .contains(DutyKind.APPEAL_DECISION)
                .doesNotContain(DutyKind.REASONS);
        assertThat(kinds(ordered, PERSON)).isEmpty();
        UUID second = placement(ordered, OTHER);
        var answered =
                then(
                        ordered,
                        review(second, ReviewOutcome.CONTINUE, appeal(ordered)),
                        THIRD_OFFICER,
                        "answer");
        assertThat(kinds(answered, OTHER)).doesNotContain(DutyKind.APPEAL_DECISION);
        answered.commandId("twice")
                .when(review(second, ReviewOutcome.CONTINUE, appeal(ordered)), THIRD_OFFICER)
                .thenConflict();
        // It is answered for good, also of the registration under which it was lodged.
        var parted = answered.given(unmerge());
        assertThat(kinds(parted, PERSON)).doesNotContain(DutyKind.APPEAL_DECISION);
    }

    @Test
    void P10_a_merge_after_the_order_brings_the_appeal_and_its_reversal_takes_it_back() {
        var ordered = then(appealed, Given.internment(OTHER, null), OFFICER, "again");
        assertThat(kinds(ordered, OTHER)).doesNotContain(DutyKind.APPEAL_DECISION);
        var merged = ordered.given(merge());
        assertThat(kinds(merged, OTHER)).contains(DutyKind.APPEAL_DECISION);
        var parted = merged.given(unmerge());
        assertThat(kinds(parted, OTHER)).doesNotContain(DutyKind.APPEAL_DECISION);
        assertThat(kinds(parted, PERSON)).contains(DutyKind.APPEAL_DECISION);
    }

    @Test
    void P10_an_appeal_of_the_other_registration_is_reported_once() {
        var ordered = then(appealed.given(merge()), Given.internment(OTHER, null), OFFICER, "o");
        var late = ordered.at(NOON.plus(Duration.ofDays(30)));
        PlacementCommand report =
                late.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(command ->
                                command instanceof ReportOverdue overdue
                                        && overdue.kind() == DutyKind.APPEAL_DECISION)
                        .findFirst()
                        .orElseThrow();
        var decided = late.commandId("report").when(report, ROBOT);
        assertThat(decided.event(DutyOverdue.class).personId()).isEqualTo(OTHER);
        var reported = late.given(decided.events());
        reported.commandId("again").when(report, ROBOT).thenConflict();
        var parted = reported.given(unmerge());
        assertThat(duties(parted, PERSON))
                .filteredOn(duty -> duty.kind() == DutyKind.APPEAL_DECISION)
                .allMatch(Duty::reported)
                .isNotEmpty();
    }

    @Test
    void P10_custody_began_under_whichever_registration_came_first_until_a_reversal() {
        Instant today = NOON.plus(Duration.ofDays(20));
        var waits = open().given(adult(PERSON), threat(PERSON)).at(today);
        var two = waits.given(arrivedAt(OTHER, today), threat(OTHER));
        Instant earlier = since(LineDuties.of(facts(two, PERSON), own(two), known(two)));
        // A merge after the order.
        var ordered = then(two, Given.internment(OTHER, null), OFFICER, "order");
        Instant own = reviewDue(ordered, OTHER);
        var merged = ordered.given(merge());
        assertThat(reviewDue(merged, OTHER)).isEqualTo(own.minus(Duration.ofDays(20)));
        assertThat(duties(merged, OTHER))
                .filteredOn(duty -> duty.kind() == DutyKind.REASONS)
                .allMatch(duty -> duty.due().isBefore(today));
        assertThat(reviewDue(merged.given(unmerge()), OTHER)).isEqualTo(own);
        // A merge before the order.
        var before = then(two.given(merge()), Given.internment(OTHER, null), OFFICER, "order");
        assertThat(reviewDue(before, OTHER)).isEqualTo(own.minus(Duration.ofDays(20)));
        var parted = before.given(unmerge());
        assertThat(reviewDue(parted, OTHER)).isEqualTo(own);
        assertThat(duties(parted, OTHER)).noneMatch(duty -> duty.due().isBefore(today));
        assertThat(since(LineDuties.of(facts(parted, PERSON), own(parted), known(parted))))
                .isEqualTo(earlier);
    }

    @Test
    void P10_custody_that_began_in_the_stay_is_not_moved_by_a_merge() {
        var sheltered =
                open().given(adult(PERSON), threat(PERSON), adult(OTHER))
                        .at(NOON.plus(Duration.ofDays(1)))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var interned =
                sheltered
                        .at(NOON.plus(Duration.ofDays(30)))
                        .given(
                                new BasisChanged(
                                        PERSON,
                                        Given.placementOf(PERSON),
                                        "camp",
                                        Basis.VOLUNTARY_SHELTER,
                                        Basis.INTERNMENT,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Confidential.of("a threat")));
        Instant due = reviewDue(interned, PERSON);
        assertThat(due).isAfter(NOON.plus(Duration.ofDays(30)));
        var merged = interned.given(merge());
        assertThat(reviewDue(merged, PERSON)).isEqualTo(due);
        assertThat(reviewDue(merged.given(unmerge()), PERSON)).isEqualTo(due);
    }

    private static PersonArrived arrivedAt(UUID person, Instant at) {
        PersonArrived adult = adult(person);
        return new PersonArrived(
                person,
                adult.registrationNumber(),
                adult.receptionPoint(),
                at.minusSeconds(3600),
                adult.sex(),
                adult.age(),
                adult.nationalities(),
                adult.needs(),
                adult.family(),
                null,
                null);
    }

    private static Instant since(Stream<Duty> duties) {
        return duties.map(Duty::due).min(Instant::compareTo).orElseThrow();
    }

    private static Instant reviewDue(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID who) {
        return duties(now, who)
                .filter(duty -> duty.kind() == DutyKind.REVIEW)
                .map(Duty::due)
                .findFirst()
                .orElseThrow();
    }

    private static OperationPlacements own(Scenario<?, PlacementState, ?, ?> now) {
        return now.own().operation(OP);
    }

    private static KnownOperation known(Scenario<?, ?, Knowledge, ?> now) {
        return now.known().operation(OP);
    }

    private static PersonFacts facts(Scenario<?, ?, Knowledge, ?> now, UUID who) {
        return known(now).person(who).orElseThrow();
    }

    @Test
    void P10_who_ordered_for_the_other_registration_does_not_review() {
        var threats = open().given(adult(PERSON), adult(OTHER), threat(PERSON), threat(OTHER));
        var first = then(threats, Given.internment(PERSON, null), OFFICER, "one");
        var both = then(first, Given.internment(OTHER, null), OTHER_OFFICER, "other");
        var review = review(placement(both, OTHER), ReviewOutcome.CONTINUE, null);
        both.commandId("apart").when(review, OFFICER).thenAccepted();
        var merged = both.given(merge()).commandId("merged");
        merged.when(review, OFFICER).thenRefused("P10");
        merged.when(review, OTHER_OFFICER).thenRefused("P10");
        merged.when(review, THIRD_OFFICER).thenAccepted();
    }

    @Test
    void P10_a_review_in_the_line_answers_an_appeal_of_the_other_registration() {
        var merged = appealed.given(merge());
        assertThat(kinds(merged, OTHER)).contains(DutyKind.APPEAL_DECISION);
        var answered =
                then(
                        merged,
                        new HoldLineReview(
                                OP,
                                OTHER,
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                appeal(merged),
                                WHY,
                                null),
                        THIRD_OFFICER,
                        "answer");
        assertThat(kinds(answered, OTHER)).doesNotContain(DutyKind.APPEAL_DECISION);
        assertThat(kinds(answered, PERSON)).doesNotContain(DutyKind.APPEAL_DECISION);
    }

    @Test
    void P19_liberty_that_was_decided_under_the_other_registration_is_a_duty_here() {
        var decided =
                then(
                        appealed,
                        new HoldLineReview(
                                OP, PERSON, ReviewOutcome.RELEASE, List.of("r-1"), null, WHY, null),
                        THIRD_OFFICER,
                        "free");
        decided.given(merge()).when(Given.internment(OTHER, null), OFFICER).thenRefused("P19");
        var ordered = then(decided, Given.internment(OTHER, null), OFFICER, "before");
        var merged = ordered.given(merge());
        assertThat(kinds(merged, OTHER)).contains(DutyKind.RELEASE);
        assertThat(kinds(merged.given(unmerge()), OTHER)).doesNotContain(DutyKind.RELEASE);
        var review = review(placement(merged, OTHER), ReviewOutcome.CONTINUE, null);
        merged.when(review, THIRD_OFFICER).thenRefused("P19");
        assertThat(kinds(then(merged, review, OTHER_OFFICER, "stays"), OTHER))
                .doesNotContain(DutyKind.RELEASE);
    }

    @Test
    void P11_reasons_are_told_once_to_one_person() {
        var merged = appealed.given(merge());
        var ordered = then(merged, Given.internment(OTHER, null), OFFICER, "again");
        assertThat(ordered.log()).filteredOn(one -> one.event() instanceof ReasonsTold).hasSize(1);
        assertThat(kinds(ordered, OTHER)).doesNotContain(DutyKind.REASONS);
    }

    @Test
    void P12_a_notice_counts_for_the_person_and_a_card_for_the_placement() {
        var both =
                open().given(adult(PERSON), adult(OTHER), threat(PERSON), threat(OTHER))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(placed(OTHER, "camp", Basis.INTERNMENT))
                        .given(merge());
        UUID other = placement(both, OTHER);
        var card = then(both, new IssueCard(OP, other, OTHER, "C-1", null), OFFICER, "card");
        var notice = then(card, new NotifyBureau(OP, other, OTHER, "N-1", null), OFFICER, "notice");
        assertThat(kinds(notice, OTHER)).doesNotContain(DutyKind.CARD, DutyKind.BUREAU_NOTICE);
        assertThat(kinds(notice, PERSON))
                .contains(DutyKind.CARD)
                .doesNotContain(DutyKind.BUREAU_NOTICE);
        assertThat(kinds(notice.given(unmerge()), PERSON)).contains(DutyKind.BUREAU_NOTICE);
    }

    /** Of a merge and of its reversal only the record that stays hears. */
    @Test
    void P11_P14_both_records_are_watched_anew_after_a_merge_and_after_its_reversal() {
        var first =
                then(
                        open().given(adult(PERSON), adult(OTHER), threat(PERSON), threat(OTHER)),
                        Given.internment(PERSON, null),
                        OFFICER,
                        "one");
        var both = then(first, Given.internment(OTHER, null), OTHER_OFFICER, "other");
        assertThat(watched(both)).doesNotContain(PERSON);
        var merged = both.given(merge());
        assertThat(watched(merged)).contains(PERSON, OTHER);
        var told =
                then(
                        merged,
                        new TellReasons(OP, placement(both, OTHER), OTHER, "ar", null, true, null),
                        OFFICER,
                        "reasons");
        assertThat(watched(told)).isEmpty();
        var parted = told.given(unmerge());
        assertThat(watched(parted)).containsExactly(PERSON);
    }

    @Test
    void P14_the_birthday_of_the_other_record_is_watched_after_a_reversal() {
        var young =
                open().given(
                                adult(OTHER),
                                arrived(
                                        PERSON,
                                        Sex.MALE,
                                        Age.born(Given.TODAY.minusYears(17).minusMonths(6)),
                                        null))
                        .given(placed(PERSON, "children", Basis.VOLUNTARY_SHELTER));
        var parted = young.given(merge()).given(unmerge());
        assertThat(parted.reactionsLater(OTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionPlacement(OP, PERSON));
    }

    /** Of whom a change of the record that stays sets an alarm for the reasons (P11). */
    private static List<UUID> watched(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.reactionsLater(OTHER.toString()).stream()
                .flatMap(reaction ->
                        reaction.command() instanceof ReportOverdue report
                                        && report.kind() == DutyKind.REASONS
                                ? Stream.of(report.personId())
                                : Stream.empty())
                .distinct()
                .toList();
    }
}
