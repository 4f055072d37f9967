package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.open;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.scenario.Scenario;

class FoldTest {

    private static final Confidential<String> REASON = Confidential.of("why");

    private static final List<ScreeningEvent> EACH =
            List.of(
                    new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"),
                    new GroupReassigned(
                            PERSON, "SYRIAN_MEN", "IRAQI_MEN", "orange line 2", REASON, null),
                    new OtherLineSuggested(PERSON, "IRAQI_MEN", "FOREIGN_MEN", "foreign-men"),
                    new LineWaitOverdue(
                            PERSON, "IRAQI_MEN", Scenario.NOON, Scenario.NOON.plusSeconds(1), "L4"),
                    new HeadCounted("IRAQI_MEN", PERSON, 3, 1, 2, null),
                    new QuestionnaireRequested(
                            PERSON, "front-gate", 1, List.of(Given.question("q-1"))),
                    new QuestionnairePublished("front-gate", 1, List.of(Given.question("q-1"))),
                    new MedicallyCleared(PERSON, "dr-1", null, null),
                    new ClearanceExpired(PERSON, Scenario.NOON, Scenario.NOON.plusSeconds(1), "S4"),
                    new ScreeningOpened(
                            PERSON, PERSON, "individual-screening", 1, "ar", null, null),
                    new AnswersRecorded(
                            PERSON,
                            PERSON,
                            "individual-screening",
                            1,
                            Confidential.of(new Answers(List.of(new Answer("has-papers", "NO")))),
                            List.of("has-papers"),
                            null,
                            null),
                    new FindingRecommended(
                            PERSON,
                            PERSON,
                            Finding.CIVILIAN,
                            List.of(ground(GroundCode.NO_INDICATION)),
                            List.of(),
                            "screener"),
                    new RecommendationReturned(PERSON, PERSON, "approver", REASON, null),
                    new ScreeningConcluded(
                            PERSON,
                            PERSON,
                            Finding.CIVILIAN,
                            List.of(GroundCode.NO_INDICATION),
                            List.of(),
                            "screener",
                            "approver",
                            REASON,
                            null),
                    new ScreeningAgainOverdue(
                            PERSON, PERSON, Scenario.NOON, Scenario.NOON.plusSeconds(1), "S1"),
                    new ScreeningReopened(PERSON, PERSON, REASON));

    @Test
    void every_event_of_this_service_changes_the_state() {
        assertThat(EACH.stream().map(event -> event.getClass()).collect(Collectors.toSet()))
                .isEqualTo(
                        EventTypes.of(Service.SCREENING).stream()
                                .map(EventType::eventClass)
                                .collect(Collectors.toSet()));
        var scenario = open();
        for (ScreeningEvent event : EACH) {
            ScreeningState before = scenario.own();
            scenario = scenario.given(event);
            assertThat(scenario.own()).as(event.toString()).isNotEqualTo(before);
        }
        assertThat(scenario.own().place(OP, PERSON).orElseThrow().moves()).isEqualTo(1);
    }

    @Test
    void S4_a_clearance_that_runs_out_without_having_been_given_stops_nothing() {
        var scenario = open();
        ScreeningState before = scenario.own();
        assertThat(
                        scenario.given(
                                        new ClearanceExpired(
                                                PERSON,
                                                Scenario.NOON,
                                                Scenario.NOON.plusSeconds(1),
                                                "S4"))
                                .own())
                .isEqualTo(before);
    }

    @Test
    void operations_are_kept_apart() {
        var scenario = open().given(EACH.getFirst()).operation("al-hol-2019").given(EACH.get(4));
        assertThat(scenario.own().place("al-hol-2019", PERSON)).isEmpty();
        assertThat(scenario.own().operation(OP).screenings()).isEmpty();
    }
}
