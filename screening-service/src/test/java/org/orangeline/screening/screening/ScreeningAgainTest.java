package org.orangeline.screening.screening;

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
import static org.orangeline.screening.Given.unmerged;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReportScreeningAgain;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.view.ToScreenAgain;

/** S1: who was found UNDETERMINED is screened again in time, or it is reported, once. */
class ScreeningAgainTest {

    private static final UUID RECOMMENDATION = new UUID(0x7000, 300);
    private static final ReportScreeningAgain REPORT = new ReportScreeningAgain(OP, PERSON);
    private static final Instant DUE = Scenario.NOON.plus(Duration.ofDays(14));
    private static final ScreeningAgainOverdue OVERDUE =
            new ScreeningAgainOverdue(PERSON, RECOMMENDATION, Scenario.NOON, DUE, "S1");

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> found =
            open().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"), concluded(Finding.UNDETERMINED));

    @Test
    void S1_what_is_overdue_is_reported_when_the_limit_is_reached_and_not_before() {
        found.at(DUE.minusSeconds(1)).when(REPORT, MACHINE).thenConflict();
        found.at(DUE).when(REPORT, MACHINE).then(OVERDUE);
    }

    @Test
    void S1_the_reaction_waits_for_the_limit_and_names_the_conclusion() {
        assertThat(again(found, PERSON))
                .containsExactly(
                        new Reaction<ScreeningCommand>(
                                "WhenUndeterminedTooLongThenReport",
                                REPORT,
                                found.log().getLast().envelope().id(),
                                DUE));
    }

    @Test
    void S1_it_is_reported_once_for_each_conclusion() {
        var reported = found.at(DUE).given(OVERDUE);
        assertThat(again(reported, PERSON)).isEmpty();
        reported.when(REPORT, MACHINE).thenConflict();
        var anew = reported.given(concluded(Finding.UNDETERMINED));
        assertThat(again(anew, PERSON))
                .extracting(Reaction::notBefore)
                .containsExactly(DUE.plus(Duration.ofDays(14)));
    }

    @Test
    void S1_another_finding_satisfies_it() {
        var settled = found.given(concluded(Finding.CIVILIAN));
        assertThat(again(settled, PERSON)).isEmpty();
        settled.at(DUE).when(REPORT, MACHINE).thenConflict();
    }

    @Test
    void S1_who_left_or_died_is_not_screened_again() {
        assertThat(again(found.given(left(PERSON)), PERSON)).isEmpty();
        assertThat(again(found.given(died(PERSON)), PERSON)).isEmpty();
    }

    @Test
    void S1_a_merge_suspends_it_and_an_unmerge_takes_it_up_exactly_as_it_was() {
        var both = found.given(arrived(OTHER, Sex.MALE, 30, 40, "SYR"), merged(OTHER, PERSON));
        both.at(DUE).when(REPORT, MACHINE).thenConflict();
        var apart = both.given(unmerged(OTHER, PERSON));
        assertThat(again(apart, OTHER)).extracting(Reaction::notBefore).containsExactly(DUE);
        apart.at(DUE).when(REPORT, MACHINE).then(OVERDUE);
    }

    @Test
    void who_has_to_be_screened_again_is_listed_with_the_limit() {
        List<ToScreenAgain> listed = ToScreenAgain.of(OP, found.own(), found.known());
        assertThat(listed).extracting(ToScreenAgain::due).containsExactly(DUE);
        var reported = found.at(DUE).given(OVERDUE);
        assertThat(ToScreenAgain.of(OP, reported.own(), reported.known()))
                .extracting(one -> one.conclusion().overdueAt())
                .containsExactly(DUE);
    }

    private static List<Reaction<ScreeningCommand>> again(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            UUID subject) {
        return WhenUndeterminedTooLongThenReport.react(
                new SubjectRef(OP, subject.toString()), scenario.own(), scenario.known());
    }

    private static ScreeningConcluded concluded(Finding finding) {
        return new ScreeningConcluded(
                PERSON,
                RECOMMENDATION,
                finding,
                List.of(),
                List.of(),
                "screener",
                "approver",
                Confidential.of("nobody knows him"),
                null);
    }
}
