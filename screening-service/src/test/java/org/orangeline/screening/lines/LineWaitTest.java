package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.ordered;
import static org.orangeline.screening.Given.returned;
import static org.orangeline.screening.Given.unmerged;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.Given;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Away;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.Whereabouts;

/** L4: a wait beyond the limit of the legal profile is reported, once for each wait. */
class LineWaitTest {

    private static final ReportOverdueWait REPORT = new ReportOverdueWait(OP, PERSON);
    private static final Set<String> OTHER_ONLY = Set.of(OTHER.toString());
    private static final Instant DUE = Scenario.NOON.plus(Duration.ofHours(24));

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> waiting =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));

    @Test
    void L4_a_wait_is_reported_when_the_limit_is_reached_and_not_before() {
        waiting.at(DUE.minusSeconds(1)).when(REPORT, MACHINE).thenConflict();
        waiting.at(DUE)
                .when(REPORT, MACHINE)
                .then(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, DUE, "L4"));
    }

    @Test
    void L4_the_reaction_waits_for_the_limit_and_names_the_arrival() {
        assertThat(waits(waiting, PERSON))
                .containsExactly(
                        new Reaction<ScreeningCommand>(
                                "WhenWaitingTooLongThenReport", REPORT, cameBy(waiting), DUE));
    }

    @Test
    void L4_a_wait_is_reported_once() {
        var reported = waiting.at(DUE).given(overdue());
        assertThat(waits(reported, PERSON)).isEmpty();
        reported.when(REPORT, MACHINE).thenConflict();
        assertThat(reported.own().place(OP, PERSON).map(Place::overdue))
                .contains(new Place.Overdue(Scenario.NOON, DUE));
    }

    @Test
    void L4_no_move_begins_another_wait() {
        var moved = waiting.at(DUE.minusSeconds(60)).given(moved("IRAQI_MEN"));
        assertThat(waits(moved, PERSON)).extracting(Reaction::notBefore).containsExactly(DUE);
        moved.at(DUE)
                .when(REPORT, MACHINE)
                .then(new LineWaitOverdue(PERSON, "IRAQI_MEN", Scenario.NOON, DUE, "L4"));
        var reported = waiting.at(DUE).given(overdue());
        for (String group : List.of("IRAQI_MEN", "SYRIAN_MEN")) {
            var after = reported.given(moved(group));
            assertThat(waits(after, PERSON)).as(group).isEmpty();
            after.at(DUE.plus(Duration.ofDays(3))).when(REPORT, MACHINE).thenConflict();
        }
    }

    @Test
    void L4_the_wait_begins_with_the_arrival_as_told_and_not_with_its_upload() {
        Instant told = Scenario.NOON.minus(Duration.ofHours(20));
        var late =
                open().given(
                                Given.arrivedAt(told, arrived(PERSON, Sex.MALE, 30, 40, "SYR")),
                                new GroupAssigned(
                                        PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));
        assertThat(waits(late, PERSON))
                .extracting(Reaction::notBefore)
                .containsExactly(told.plus(Duration.ofHours(24)));
        Instant never = Scenario.NOON.minus(Duration.ofDays(400));
        var odd =
                open().given(
                                Given.arrivedAt(never, arrived(PERSON, Sex.MALE, 30, 40, "SYR")),
                                new GroupAssigned(
                                        PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));
        assertThat(waits(odd, PERSON)).extracting(Reaction::notBefore).containsExactly(DUE);
    }

    @Test
    void L1_who_comes_back_gets_a_line_again_and_waits_from_then() {
        var gone = waiting.given(left(PERSON));
        assertThat(gone.reactions(PERSON.toString())).isEmpty();
        Instant later = Scenario.NOON.plus(Duration.ofDays(9));
        var back = gone.at(later).given(returned(PERSON, later));
        var assign =
                back.reactions(PERSON.toString()).stream()
                        .map(Reaction::command)
                        .filter(ScreeningCommand.AssignGroup.class::isInstance)
                        .toList();
        assertThat(assign).containsExactly(new ScreeningCommand.AssignGroup(OP, PERSON));
        var again = back.at(later.plusSeconds(1)).when(assign.getFirst(), MACHINE);
        assertThat(waits(back.at(later.plusSeconds(1)).given(again.events()), PERSON))
                .extracting(Reaction::notBefore)
                .containsExactly(later.plus(Duration.ofHours(24)));
    }

    @Test
    void P18_who_escaped_and_was_not_found_after_all_waits_in_no_line() {
        var found = waiting.given(Given.placed(PERSON), Given.escaped(PERSON), Given.found(PERSON));
        var withdrawn = found.given(Given.foundWithdrawn(PERSON));
        assertThat(withdrawn.known().isHere(OP, PERSON.toString())).isFalse();
        assertThat(withdrawn.known().whereabouts(OP, PERSON.toString()))
                .contains(org.orangeline.screening.knowledge.Whereabouts.ESCAPED);
    }

    /** Facts of two places are withdrawn one after the other. */
    @Test
    void L4_P18_whoever_neither_was_found_nor_escaped_waits_again_or_is_where_they_were_placed() {
        var found = waiting.given(Given.found(PERSON), Given.escapedAgain(PERSON));
        var inside = found.given(Given.secondEscapeWithdrawn(PERSON));
        assertThat(inside.known().isHere(OP, PERSON.toString())).isFalse();
        var nowhere = inside.given(Given.foundWithdrawn(PERSON));
        assertThat(nowhere.known().isHere(OP, PERSON.toString())).isTrue();
        var elsewhere =
                waiting.given(Given.placed(PERSON), Given.escaped(PERSON), Given.found(PERSON))
                        .given(Given.escapeElsewhereWithdrawn(PERSON));
        assertThat(elsewhere.known().isHere(OP, PERSON.toString())).isFalse();
        assertThat(elsewhere.known().gone(OP).values())
                .extracting(Away::where)
                .containsExactly(Whereabouts.DETAINED);
    }

    @Test
    void L4_P18_who_is_not_inside_after_all_waits_again() {
        var inside = waiting.given(Given.placed(PERSON));
        assertThat(inside.known().isHere(OP, PERSON.toString())).isFalse();
        assertThat(
                        inside.given(Given.placementWithdrawn(PERSON))
                                .known()
                                .isHere(OP, PERSON.toString()))
                .isTrue();
    }

    @Test
    void L4_the_wait_begins_when_the_person_came_as_it_is_known_now() {
        Instant earlier = Scenario.NOON.minus(Duration.ofHours(20));
        var sooner = waiting.given(came(earlier));
        assertThat(waits(sooner, PERSON))
                .extracting(Reaction::notBefore)
                .containsExactly(earlier.plus(Duration.ofHours(24)));
        var reported = waiting.at(DUE).given(overdue());
        assertThat(waits(reported.given(came(earlier)), PERSON)).as("it was reported").isEmpty();
    }

    @Test
    void L4_a_wait_that_was_reported_too_early_is_reported_again_in_its_time() {
        Instant told = Scenario.NOON.minus(Duration.ofHours(20));
        Instant due = told.plus(Duration.ofHours(24));
        var early =
                open().given(
                                Given.arrivedAt(told, arrived(PERSON, Sex.MALE, 30, 40, "SYR")),
                                new GroupAssigned(
                                        PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"))
                        .at(due)
                        .given(new LineWaitOverdue(PERSON, "SYRIAN_MEN", told, due, "L4"));
        assertThat(waits(early, PERSON)).isEmpty();
        var corrected = early.given(came(Scenario.NOON));
        assertThat(waits(corrected, PERSON)).extracting(Reaction::notBefore).containsExactly(DUE);
        assertThat(waits(corrected, PERSON).getFirst().causationId()).isNotEqualTo(cameBy(early));
        corrected
                .at(DUE)
                .when(REPORT, MACHINE)
                .then(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, DUE, "L4"));
    }

    private static ArrivalTimeCorrected came(Instant at) {
        return new ArrivalTimeCorrected(PERSON, at, null, Confidential.of("the convoy list"));
    }

    @Test
    void L4_neither_an_order_nor_its_cancellation_begins_another_wait() {
        waiting.given(ordered(PERSON)).at(DUE).when(REPORT, MACHINE).then(overdue());
        var reported = waiting.given(ordered(PERSON)).at(DUE).given(overdue(), cancelled());
        assertThat(waits(reported, PERSON)).isEmpty();
        var cancelled = waiting.given(ordered(PERSON), cancelled());
        cancelled
                .at(DUE.plusSeconds(60))
                .when(REPORT, MACHINE)
                .then(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, DUE, "L4"));
    }

    @Test
    void L4_an_admission_ends_the_wait_and_two_registrations_are_one_person() {
        over(Given.placed(PERSON));
        var twice =
                waiting.at(Scenario.NOON.plus(Duration.ofHours(10)))
                        .given(
                                arrived(OTHER, Sex.MALE, 30, 40, "SYR"),
                                new GroupAssigned(
                                        OTHER, "SYRIAN_MEN", "orange line 1", "syrian-men"),
                                merged(OTHER, PERSON));
        assertThat(waits(twice, OTHER))
                .as("the wait began with the first arrival")
                .extracting(Reaction::notBefore)
                .containsExactly(DUE);
        assertThat(
                        waits(
                                waiting.at(DUE)
                                        .given(overdue())
                                        .given(
                                                arrived(OTHER, Sex.MALE, 30, 40, "SYR"),
                                                new GroupAssigned(
                                                        OTHER,
                                                        "SYRIAN_MEN",
                                                        "orange line 1",
                                                        "syrian-men"),
                                                merged(OTHER, PERSON)),
                                OTHER))
                .as("reported under the other registration")
                .isEmpty();
        assertThat(waits(twice.given(Given.placed(PERSON)), OTHER))
                .as("inside under the other registration")
                .isEmpty();
    }

    @Test
    void L4_two_reports_of_one_wait_in_an_old_log_are_read() {
        var old =
                waiting.at(DUE)
                        .given(
                                overdue(),
                                moved("IRAQI_MEN"),
                                new LineWaitOverdue(
                                        PERSON,
                                        "IRAQI_MEN",
                                        DUE,
                                        DUE.plus(Duration.ofHours(24)),
                                        "L4"));
        assertThat(waits(old, PERSON)).isEmpty();
    }

    @Test
    void L4_who_left_or_died_waits_no_more() {
        over(left(PERSON));
        over(died(PERSON));
    }

    @Test
    void L4_a_merge_ends_the_wait_and_an_unmerge_takes_it_up_exactly_as_it_was() {
        var merged =
                waiting.given(
                        arrived(OTHER, Sex.MALE, 30, 40, "SYR"),
                        new GroupAssigned(OTHER, "SYRIAN_MEN", "orange line 1", "syrian-men"),
                        merged(OTHER, PERSON));
        merged.at(DUE).when(REPORT, MACHINE).thenConflict();
        assertThat(waits(merged, OTHER))
                .extracting(reaction -> reaction.command().subjects())
                .containsExactly(OTHER_ONLY);
        var again = merged.given(unmerged(OTHER, PERSON));
        assertThat(waits(again, OTHER)).hasSize(2);
        again.at(DUE)
                .when(REPORT, MACHINE)
                .then(new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, DUE, "L4"));
    }

    @Test
    void L4_a_shorter_limit_counts_for_those_who_wait_already() {
        var shorter =
                waiting.given(
                        new LegalProfileChanged(
                                OP, limit(Duration.ofHours(6)), Confidential.of("winter")));
        shorter.at(Scenario.NOON.plus(Duration.ofHours(6))).when(REPORT, MACHINE).thenAccepted();
        assertThat(waits(shorter, PERSON))
                .as("everybody is asked again, and named the new time")
                .extracting(Reaction::notBefore)
                .containsExactly(Scenario.NOON.plus(Duration.ofHours(6)));
        assertThat(
                        new org.orangeline.screening.ScreeningModel()
                                .concernsEverybody(
                                        new LegalProfileChanged(
                                                OP,
                                                limit(Duration.ofHours(6)),
                                                Confidential.of("winter"))))
                .isTrue();
    }

    @Test
    void L4_a_longer_limit_gives_nobody_more_time_who_waits_already() {
        var longer =
                waiting.given(
                        new LegalProfileChanged(
                                OP, limit(Duration.ofHours(48)), Confidential.of("a peak")));
        assertThat(waits(longer, PERSON)).extracting(Reaction::notBefore).containsExactly(DUE);
    }

    private void over(DomainEvent end) {
        var gone = waiting.given(end);
        assertThat(waits(gone, PERSON)).isEmpty();
        gone.at(DUE).when(REPORT, MACHINE).thenConflict();
    }

    private static List<Reaction<ScreeningCommand>> waits(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            UUID subject) {
        return waits(scenario, subject.toString());
    }

    private static List<Reaction<ScreeningCommand>> waits(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            String subject) {
        return Stream.concat(
                        scenario.reactions(subject).stream(),
                        scenario.reactionsLater(subject).stream())
                .filter(reaction -> reaction.command() instanceof ReportOverdueWait)
                .toList();
    }

    private static PlacementCancelled cancelled() {
        return new PlacementCancelled(PERSON, OTHER, "camp-1", Confidential.of("no bus came"));
    }

    private static String cameBy(Scenario<?, ?, Knowledge, ?> scenario) {
        return scenario.known().person(OP, PERSON).orElseThrow().cameBy().toString();
    }

    private static LineWaitOverdue overdue() {
        return new LineWaitOverdue(PERSON, "SYRIAN_MEN", Scenario.NOON, DUE, "L4");
    }

    private static GroupReassigned moved(String group) {
        return new GroupReassigned(
                PERSON, "SYRIAN_MEN", group, "orange line 2", Confidential.of("papers"), null);
    }

    private static LegalProfile limit(Duration wait) {
        LegalProfile built = BuiltIn.legalProfile(BuiltIn.DEFAULT_LEGAL_PROFILE).orElseThrow();
        return new LegalProfile(
                "winter",
                wait,
                built.firstReviewWithin(),
                built.reviewEvery(),
                built.cardWithin(),
                built.bureauNoticeWithin(),
                built.screenAgainWithin(),
                built.plausibleClockSkew(),
                built.reasonsToldWithin(),
                built.appealWithin(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
