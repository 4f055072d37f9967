package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

/** P10 to P12 count from when the person arrived, as it is known now. */
class ArrivalTimeTest {

    private static final Instant TOLD = NOON.minusSeconds(3600);
    private static final Instant EARLIER = NOON.minus(Duration.ofHours(20));
    private static final Instant LATER = NOON.minusSeconds(600);
    private static final Duration REVIEW = Duration.ofHours(72);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> waiting =
            open().given(adult(PERSON));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> threat =
            waiting.given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT));

    @Test
    void P10_the_clocks_of_a_line_run_from_the_corrected_time() {
        assertThat(review(waiting)).isEqualTo(TOLD.plus(REVIEW));
        assertThat(review(waiting.given(to(EARLIER)))).isEqualTo(EARLIER.plus(REVIEW));
        assertThat(review(waiting.given(to(LATER)))).isEqualTo(LATER.plus(REVIEW));
    }

    @Test
    void P10_so_do_those_of_a_placement_that_was_ordered_before() {
        var ordered = ordered(threat);
        assertThat(review(ordered)).isEqualTo(TOLD.plus(REVIEW));
        assertThat(review(ordered.given(to(EARLIER)))).isEqualTo(EARLIER.plus(REVIEW));
        assertThat(review(ordered.given(to(LATER)))).isEqualTo(LATER.plus(REVIEW));
        var twice = ordered.given(to(EARLIER)).given(to(LATER));
        assertThat(review(twice)).isEqualTo(LATER.plus(REVIEW));
        assertThat(due(twice, DutyKind.BUREAU_NOTICE)).isEqualTo(LATER.plus(Duration.ofDays(14)));
        assertThat(review(ordered(threat.given(to(EARLIER))))).isEqualTo(EARLIER.plus(REVIEW));
    }

    @Test
    void P10_what_was_reported_too_early_is_reported_again_in_its_time() {
        Instant due = TOLD.plus(REVIEW);
        var late = waiting.at(due.plusMillis(1));
        var reported = late.given(late.when(report(late), ROBOT).event(LineDutyOverdue.class));
        assertThat(reports(reported)).isEmpty();
        var corrected = reported.given(to(LATER)).at(LATER.plus(REVIEW).plusMillis(1));
        assertThat(reports(corrected)).hasSize(1);
        var sooner = reported.given(to(EARLIER));
        assertThat(reports(sooner)).as("it was reported").isEmpty();
    }

    @Test
    void a_time_that_no_clock_is_believed_counts_from_the_recording() {
        assertThat(review(waiting.given(to(NOON.minus(Duration.ofDays(400))))))
                .isEqualTo(NOON.plus(REVIEW));
    }

    @Test
    void P12_P17_who_was_brought_dead_was_in_nobodys_custody() {
        Instant onTheWay = TOLD.minusSeconds(3600);
        var brought =
                waiting.given(new PersonDied(PERSON, onTheWay, Confidential.of("cold"), true));
        assertThat(duties(brought)).isEmpty();
        var here = waiting.given(new PersonDied(PERSON, NOON, Confidential.of("wounds")));
        assertThat(duties(here)).extracting(Duty::kind).contains(DutyKind.INQUIRY);
    }

    private static ArrivalTimeCorrected to(Instant at) {
        return new ArrivalTimeCorrected(PERSON, at, null, Confidential.of("the convoy list"));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> ordered(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.by(OFFICER).given(now.when(Given.internment(PERSON, null), OFFICER).events());
    }

    private static Stream<PlacementCommand> lines(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.reactions(PERSON.toString()).stream()
                .map(reaction -> reaction.command())
                .filter(command ->
                        command instanceof ReportLineOverdue report
                                && report.kind() == DutyKind.REVIEW);
    }

    private static java.util.List<PlacementCommand> reports(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return lines(now).toList();
    }

    private static PlacementCommand report(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        // The earliest alarm comes first: reasons, which nobody told.
        var told = now;
        while (reports(told).isEmpty()) {
            PlacementCommand first =
                    told.reactions(PERSON.toString()).stream()
                            .map(reaction -> reaction.command())
                            .filter(ReportLineOverdue.class::isInstance)
                            .findFirst()
                            .orElseThrow();
            told = told.given(told.when(first, ROBOT).events());
        }
        return reports(told).getFirst();
    }

    private static Instant review(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return due(now, DutyKind.REVIEW);
    }

    private static Instant due(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            DutyKind kind) {
        return duties(now)
                .filter(duty -> duty.kind() == kind)
                .map(Duty::due)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Duty> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var state = now.own().operation(OP);
        var known = now.known().operation(OP);
        return Stream.concat(
                state.placementsOf(PERSON.toString())
                        .flatMap(placement ->
                                Duties.of(Registrations.seen(placement, state, known), known)),
                LineDuties.of(known.person(PERSON).orElseThrow(), state, known));
    }
}
