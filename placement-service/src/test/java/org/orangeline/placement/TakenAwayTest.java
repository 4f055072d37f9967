package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.LineCommand.NotifyBureauOfLine;
import org.orangeline.placement.LineCommand.OpenInquiryInLine;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.LineCommand.TellReasonsInLine;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.scenario.Scenario;

/** Who was taken away by an authority is not free: looked for, and in custody (P9, P17). */
class TakenAwayTest {

    private static final Instant ARRIVED = NOON.minusSeconds(3600);
    private static final Instant TAKEN = NOON.minusSeconds(600);
    private static final Confidential<String> WHAT = Confidential.of("men in uniform");
    private static final OpenInquiryInLine INQUIRY = new OpenInquiryInLine(OP, PERSON, "I-1", null);
    private static final NotifyBureauOfLine NOTICE =
            new NotifyBureauOfLine(OP, PERSON, "N-1", null);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> waiting =
            open().given(adult(PERSON));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> taken =
            waiting.given(left(DepartureKind.TAKEN_AWAY));

    private static PersonLeft left(DepartureKind kind) {
        return new PersonLeft(PERSON, TAKEN, WHAT, kind);
    }

    private static PersonReturned back(Instant at) {
        return new PersonReturned(PERSON, at, "east", WHAT);
    }

    private static List<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var known = now.known().operation(OP);
        return LineDuties.of(known.person(PERSON).orElseThrow(), now.own().operation(OP), known)
                .toList();
    }

    private static Stream<DutyKind> kinds(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return duties(now).stream().map(Duty::kind);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> then(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand command) {
        return now.by(OFFICER).given(now.when(command, OFFICER).events());
    }

    @Test
    void P17_an_inquiry_runs_from_the_taking_and_custody_goes_on() {
        assertThat(duties(taken))
                .extracting(Duty::kind, Duty::rule, Duty::due)
                .containsExactlyInAnyOrder(
                        tuple(DutyKind.REASONS, "P11", ARRIVED.plus(Duration.ofHours(24))),
                        tuple(DutyKind.INQUIRY, "P17", TAKEN.plus(Duration.ofHours(24))),
                        tuple(DutyKind.REVIEW, "P10", ARRIVED.plus(Duration.ofHours(72))),
                        tuple(DutyKind.BUREAU_NOTICE, "P12", ARRIVED.plus(Duration.ofDays(14))));
        assertThat(duties(waiting.given(left(DepartureKind.OWN_WAY)))).isEmpty();
    }

    @Test
    void P17_the_bureau_that_knew_of_the_person_is_told_that_they_were_taken_away() {
        var known = then(waiting, new NotifyBureauOfLine(OP, PERSON, "N-1", ARRIVED));
        assertThat(kinds(known)).doesNotContain(DutyKind.BUREAU_NOTICE);
        var gone = known.given(left(DepartureKind.TAKEN_AWAY));
        assertThat(duties(gone))
                .filteredOn(duty -> duty.kind() == DutyKind.BUREAU_NOTICE)
                .extracting(Duty::due)
                .containsExactly(TAKEN.plus(Duration.ofDays(14)));
        assertThat(kinds(then(gone, NOTICE))).doesNotContain(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P17_an_inquiry_is_opened_once_and_one_that_nobody_opens_is_reported_once() {
        assertThat(kinds(then(taken, INQUIRY))).doesNotContain(DutyKind.INQUIRY);
        then(taken, INQUIRY).when(INQUIRY, OFFICER).thenConflict();
        waiting.when(INQUIRY, OFFICER).thenConflict();
        taken.when(INQUIRY, ROBOT).thenRefused("S6");
        var late = taken.at(TAKEN.plus(Duration.ofHours(25)));
        PlacementCommand report =
                late.reactions(PERSON.toString()).stream()
                        .map(reaction -> reaction.command())
                        .filter(command ->
                                command instanceof ReportLineOverdue overdue
                                        && overdue.kind() == DutyKind.INQUIRY)
                        .findFirst()
                        .orElseThrow();
        var decided = late.when(report, ROBOT);
        assertThat(decided.event(LineDutyOverdue.class).rule()).isEqualTo("P17");
        late.given(decided.events()).when(report, ROBOT).thenConflict();
    }

    @Test
    void P9_whoever_was_taken_away_is_not_at_liberty() {
        assertThat(isFree(waiting.given(left(DepartureKind.OWN_WAY)))).isTrue();
        assertThat(isFree(taken)).isFalse();
        taken.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P14");
    }

    private static boolean isFree(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var known = now.known().operation(OP);
        return new Whereabouts(now.own().operation(OP), known)
                .isFree(known.person(PERSON).orElseThrow());
    }

    @Test
    void P17_whoever_is_back_is_in_the_same_custody_and_the_bureau_is_told() {
        Instant later = NOON.plus(Duration.ofDays(2));
        var again = then(taken, NOTICE).at(later).given(back(later));
        assertThat(duties(again))
                .extracting(Duty::kind, Duty::due)
                .containsExactlyInAnyOrder(
                        tuple(DutyKind.REASONS, ARRIVED.plus(Duration.ofHours(24))),
                        tuple(DutyKind.REVIEW, ARRIVED.plus(Duration.ofHours(72))),
                        tuple(DutyKind.BUREAU_NOTICE, later.plus(Duration.ofDays(14))));
        again.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P5");
        var order =
                again.when(shelter(PERSON, "camp", later), OFFICER).event(PlacementOrdered.class);
        assertThat(order.custodySince()).isEqualTo(ARRIVED);
        // Liberty ends custody, and who comes back from there begins anew.
        var free = waiting.given(left(DepartureKind.OWN_WAY)).at(later).given(back(later));
        assertThat(duties(free))
                .filteredOn(duty -> duty.kind() == DutyKind.REVIEW)
                .extracting(Duty::due)
                .containsExactly(later.plus(Duration.ofHours(72)));
    }

    @Test
    void P12_a_release_tells_nobody_that_the_person_had_been_taken_away_and_is_back() {
        var sheltered = waiting.given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        Instant later = NOON.plus(Duration.ofDays(2));
        var again = sheltered.given(left(DepartureKind.TAKEN_AWAY)).at(later).given(back(later));
        assertThat(kinds(again)).contains(DutyKind.BUREAU_NOTICE);
        var then = again.at(later.plusSeconds(60));
        var free =
                then.given(
                        then.when(Given.release(Given.placementOf(PERSON), PERSON), OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(kinds(free)).containsExactly(DutyKind.BUREAU_NOTICE);
        var told = free.at(later.plusSeconds(120));
        assertThat(kinds(then(told, NOTICE))).isEmpty();
    }

    @Test
    void P17_whoever_is_found_inside_is_looked_for_no_longer() {
        var found =
                taken.when(
                        new RecordFoundInside(
                                OP, PERSON, "prison", null, null, null, null, null, null, WHY),
                        OFFICER);
        var inside = taken.by(OFFICER).given(found.events());
        assertThat(found.event(FoundInside.class).custodySince()).isEqualTo(ARRIVED);
        assertThat(kinds(inside)).isEmpty();
    }

    @Test
    void P17_a_death_after_the_taking_is_inquired_into_and_the_bureau_is_told() {
        var dead =
                then(taken, NOTICE)
                        .at(NOON.plusSeconds(60))
                        .given(new PersonDied(PERSON, NOON.plusSeconds(60), WHAT));
        assertThat(kinds(dead)).containsExactlyInAnyOrder(DutyKind.INQUIRY, DutyKind.BUREAU_NOTICE);
        dead.when(new TellReasonsInLine(OP, PERSON, "ar", null, true, null), OFFICER)
                .thenConflict();
    }

    @Test
    void P18_a_taking_that_was_none_leaves_everything_as_it_was_but_for_what_the_bureau_knows() {
        var withdrawn =
                new DepartureWithdrawn(
                        PERSON,
                        PERSON,
                        DepartureWithdrawalRequested.Fact.DEPARTURE,
                        DepartureWithdrawn.Standing.HERE,
                        "human:officer");
        assertThat(duties(taken.given(withdrawn))).isEqualTo(duties(waiting));
        var told = then(taken, NOTICE).at(NOON.plusSeconds(60)).given(withdrawn);
        assertThat(kinds(told)).contains(DutyKind.BUREAU_NOTICE);
        assertThat(kinds(then(told, NOTICE))).doesNotContain(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P17_nobody_is_released_moved_or_handed_over_who_was_taken_away_from_a_place() {
        var inside =
                waiting.given(Given.placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(
                                new PersonLeft(
                                        PERSON,
                                        NOON.plusSeconds(60),
                                        WHAT,
                                        DepartureKind.TAKEN_AWAY));
        assertThat(kinds(inside))
                .containsExactlyInAnyOrder(DutyKind.INQUIRY, DutyKind.BUREAU_NOTICE);
        inside.when(Given.release(placementOf(PERSON), PERSON), OFFICER).thenRefused("P17");
        inside.when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER).thenRefused("P17");
        var back = inside.at(NOON.plusSeconds(120)).given(back(NOON.plusSeconds(120)));
        back.when(Given.release(placementOf(PERSON), PERSON), OFFICER).thenAccepted();
        assertThat(kinds(back)).containsExactly(DutyKind.BUREAU_NOTICE);
    }

    /** By the arrival of the other one, by its stay in a place, and by its release. */
    @Test
    void P17_a_merge_with_a_record_that_came_later_ends_no_inquiry() {
        UUID other = new UUID(0x7000, 60);
        UUID merge = new UUID(0x7000, 61);
        var here = taken.given(came(other));
        var inside = here.given(Given.placed(other, "camp", Basis.VOLUNTARY_SHELTER));
        var free =
                inside.given(
                        inside.when(Given.release(placementOf(other), other), OFFICER)
                                .thenAccepted()
                                .events());
        for (var apart : List.of(here, inside, free)) {
            assertThat(inquiries(apart)).containsExactly(PERSON);
            var merged = apart.given(new PersonsMerged(other, merge, PERSON, WHAT));
            assertThat(inquiries(merged)).containsExactly(PERSON);
            var opened = then(merged, new OpenInquiryInLine(OP, other, "I-1", null));
            assertThat(inquiries(opened)).isEmpty();
            opened.when(INQUIRY, OFFICER).thenConflict();
            assertThat(inquiries(merged.given(new PersonsUnmerged(other, merge, PERSON, WHAT))))
                    .containsExactly(PERSON);
        }
        // The person is here all the same, and can be placed.
        here.given(new PersonsMerged(other, merge, PERSON, WHAT))
                .when(shelter(other, "camp"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P17_an_inquiry_that_was_opened_stays_opened_after_a_merge() {
        UUID other = new UUID(0x7000, 60);
        var merged =
                then(taken, INQUIRY)
                        .given(came(other))
                        .given(new PersonsMerged(other, new UUID(0x7000, 61), PERSON, WHAT));
        assertThat(inquiries(merged)).isEmpty();
    }

    private static PersonArrived came(UUID person) {
        return new PersonArrived(
                person,
                "BGZ-000002-5",
                "east",
                NOON.minusSeconds(60),
                Sex.MALE,
                Age.between(30, 40, Given.TODAY),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Of whom an inquiry is to be opened, by whatever record they are looked at. */
    private static List<UUID> inquiries(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var known = now.known().operation(OP);
        return known.facts().values().stream()
                .flatMap(person -> LineDuties.of(person, now.own().operation(OP), known))
                .filter(duty -> duty.kind() == DutyKind.INQUIRY)
                .map(Duty::personId)
                .distinct()
                .toList();
    }
}
