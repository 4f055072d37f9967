package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewed;
import static org.orangeline.screening.Given.interviewing;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.ReopenScreening;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** What is concluded can be called into question; then it is screened and approved anew. */
class ReopeningTest {

    private static final Confidential<String> REASON = Confidential.of("a witness was found");
    private static final ReopenScreening REOPEN = new ReopenScreening(OP, PERSON, REASON);
    private static final RecommendFinding CIVILIAN =
            new RecommendFinding(
                    OP,
                    PERSON,
                    Finding.CIVILIAN,
                    List.of(ground(GroundCode.NO_INDICATION)),
                    List.of());

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            interviewing().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> fighter =
            man.given(
                    new FindingRecommended(
                            PERSON,
                            OTHER,
                            Finding.FIGHTER,
                            List.of(ground(GroundCode.COMMAND_ROLE)),
                            List.of(),
                            "screener"),
                    concluded(Finding.FIGHTER, GroundCode.COMMAND_ROLE));

    @Test
    void a_finding_that_is_reopened_no_longer_stands() {
        var reopened =
                fighter.when(REOPEN, APPROVER).then(new ScreeningReopened(PERSON, OTHER, REASON));
        Screening screening = reopened.own().screening(OP, PERSON);
        assertThat(screening.status()).isEqualTo(Screening.Status.REOPENED);
        assertThat(screening.finding()).isEmpty();
    }

    @Test
    void a_new_recommendation_and_a_new_conclusion_follow() {
        fighter.when(CIVILIAN, SCREENER).thenConflict();
        var closed = fighter.given(new ScreeningReopened(PERSON, OTHER, REASON));
        closed.when(CIVILIAN, SCREENER).thenRefused("S1");
        var reopened = closed.given(interviewed(PERSON));
        var recommended = reopened.when(CIVILIAN, SCREENER).thenAccepted();
        assertThat(recommended.own().screening(OP, PERSON).finding())
                .as("the old finding does not come back while the new one waits")
                .isEmpty();
        reopened.given(recommended.events())
                .when(new ConcludeScreening(OP, PERSON, true, REASON, null), SCREENER)
                .thenRefused("S3");
        var again =
                reopened.given(recommended.events())
                        .when(new ConcludeScreening(OP, PERSON, true, REASON, null), APPROVER)
                        .thenAccepted();
        assertThat(again.own().screening(OP, PERSON).finding()).contains(Finding.CIVILIAN);
    }

    @Test
    void only_what_is_concluded_can_be_reopened() {
        man.when(REOPEN, APPROVER).thenConflict();
        fighter.given(new ScreeningReopened(PERSON, OTHER, REASON))
                .when(REOPEN, APPROVER)
                .thenConflict();
        man.given(concluded(Finding.UNDETERMINED)).when(REOPEN, APPROVER).thenConflict();
        interviewing().when(REOPEN, APPROVER).thenNotFound();
        fighter.given(died(PERSON)).when(REOPEN, APPROVER).thenConflict();
    }

    @Test
    void P14_a_finding_on_a_registration_that_was_merged_can_be_reopened() {
        UUID into = new UUID(0x7000, 77);
        var merged =
                fighter.given(arrived(into, Sex.MALE, 30, 40, "SYR"))
                        .given(new PersonsMerged(into, OTHER, PERSON, REASON));
        merged.when(CIVILIAN, SCREENER).thenConflict();
        assertThat(merged.when(REOPEN, APPROVER).own().screening(OP, PERSON).finding()).isEmpty();
        merged.when(REOPEN, MACHINE).thenRefused("S6");
    }

    @Test
    void S6_a_machine_reopens_nothing() {
        fighter.when(REOPEN, MACHINE).thenRefused("S6");
    }

    private static ScreeningConcluded concluded(Finding finding, GroundCode... codes) {
        return new ScreeningConcluded(
                PERSON,
                OTHER,
                finding,
                List.of(codes),
                List.of(),
                "screener",
                "approver",
                REASON,
                null);
    }
}
