package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.arrivedAt;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.withNeeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.CountHeads;
import org.orangeline.screening.ScreeningCommand.ExpireClearance;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningCommand.ReportScreeningAgain;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** What a tablet tells hours later happened when it says, if that can be; clocks run from then. */
class ToldLateTest {

    private static final Actor CLINICIAN = Actor.human("clinician");
    private static final Confidential<String> WHY = Confidential.of("as told");

    /** When the person came; everything else is uploaded ten hours later. */
    private static final Instant CAME = Scenario.NOON.minus(Duration.ofHours(10));

    private static final Instant THEN = Scenario.NOON.minus(Duration.ofHours(4));
    private static final Instant BEFORE = CAME.minus(Duration.ofHours(1));
    private static final Instant LATER = Scenario.NOON.plus(Duration.ofHours(1));

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man =
            interviewing()
                    .given(
                            arrivedAt(CAME, arrived(PERSON, Sex.MALE, 30, 40, "SYR")),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> wounded =
            asking().given(
                            arrivedAt(
                                    CAME,
                                    withNeeds(
                                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                            Needs.MEDICAL_URGENT)));

    private static ClearMedically clear(Instant at) {
        return new ClearMedically(OP, PERSON, "dr-17", null, at);
    }

    private static OpenScreening begin(Instant at) {
        return new OpenScreening(OP, PERSON, null, "ar", null, at);
    }

    private static ScreeningOpened opened(Instant at) {
        return new ScreeningOpened(PERSON, OTHER, "individual-screening", 2, "ar", null, at);
    }

    private static RecordAnswers answer(Instant at) {
        return new RecordAnswers(
                OP,
                PERSON,
                Confidential.of(new Answers(List.of(new Answer("anything-else", "no")))),
                List.of(),
                at);
    }

    private static RecommendFinding recommend(Finding finding, GroundCode ground, Instant at) {
        return new RecommendFinding(
                OP, PERSON, finding, List.of(new Ground(ground, WHY)), List.of(), null, at);
    }

    private static ConcludeScreening conclude(Instant at) {
        return new ConcludeScreening(OP, PERSON, true, WHY, at);
    }

    private static void implausible(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            ScreeningCommand command,
            Actor actor) {
        Refusal refusal = scenario.when(command, actor).refusal();
        assertThat(refusal.kind()).as(command.toString()).isEqualTo(Refusal.Kind.RULE);
        assertThat(refusal.violations()).isEmpty();
        assertThat(refusal.detail()).startsWith("at, ");
    }

    @Test
    void S4_a_clearance_runs_out_from_when_the_clinician_spoke() {
        var cleared = wounded.given(wounded.when(clear(THEN), CLINICIAN).events());
        Instant over = THEN.plus(Duration.ofHours(24));
        assertThat(cleared.reactionsLater(PERSON.toString()))
                .filteredOn(reaction -> reaction.command() instanceof ExpireClearance)
                .extracting(Reaction::notBefore)
                .containsExactly(over);
        cleared.at(over).when(begin(over), SCREENER).thenRefused("S4");
        cleared.at(over).when(begin(over.minus(Duration.ofHours(1))), SCREENER).thenAccepted();
        cleared.when(begin(THEN.minus(Duration.ofHours(1))), SCREENER).thenRefused("S4");
    }

    @Test
    void S4_a_clearance_covers_no_need_that_was_recorded_after_it() {
        var worse =
                man.at(THEN).given(needsCorrected(PERSON, Needs.MEDICAL_URGENT)).at(Scenario.NOON);
        implausible(worse, clear(THEN.minus(Duration.ofHours(1))), CLINICIAN);
        worse.when(clear(THEN.plus(Duration.ofHours(1))), CLINICIAN).thenAccepted();
    }

    @Test
    void nothing_happens_to_a_person_before_the_arrival_or_later_than_now() {
        var opened = man.given(opened(CAME));
        for (Instant never : List.of(BEFORE, LATER)) {
            implausible(wounded, clear(never), CLINICIAN);
            implausible(man, begin(never), SCREENER);
            implausible(opened, answer(never), SCREENER);
            implausible(
                    man, recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION, never), SCREENER);
            implausible(man, new ReassignGroup(OP, PERSON, "IRAQI_MEN", WHY, never), LINE_OFFICER);
        }
        implausible(man, new CountHeads(OP, "SYRIAN_MEN", 1, LATER), LINE_OFFICER);
        implausible(
                man,
                new CountHeads(OP, "SYRIAN_MEN", 1, Scenario.NOON.minus(Duration.ofDays(40))),
                LINE_OFFICER);
    }

    @Test
    void each_step_of_a_screening_is_told_after_the_one_before() {
        var opened = man.given(opened(THEN));
        Instant early = THEN.minus(Duration.ofMinutes(30));
        implausible(opened, answer(early), SCREENER);
        implausible(opened, recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION, early), SCREENER);
        var recommended =
                opened.given(
                        opened.when(
                                        recommend(
                                                Finding.UNDETERMINED,
                                                GroundCode.NO_INDICATION,
                                                THEN.plus(Duration.ofHours(1))),
                                        SCREENER)
                                .events());
        implausible(recommended, conclude(THEN), APPROVER);
        recommended.when(conclude(THEN.plus(Duration.ofHours(2))), APPROVER).thenAccepted();
    }

    @Test
    void S1_who_is_found_undetermined_is_screened_again_within_the_limit_from_then() {
        var recommended =
                man.given(
                        man.when(
                                        recommend(
                                                Finding.UNDETERMINED,
                                                GroundCode.NO_INDICATION,
                                                THEN),
                                        SCREENER)
                                .events());
        Instant decided = THEN.plus(Duration.ofHours(1));
        var concluded = recommended.given(recommended.when(conclude(decided), APPROVER).events());
        assertThat(
                        Stream.concat(
                                        concluded.reactions(PERSON.toString()).stream(),
                                        concluded.reactionsLater(PERSON.toString()).stream())
                                .filter(reaction ->
                                        reaction.command() instanceof ReportScreeningAgain))
                .extracting(Reaction::notBefore)
                .containsExactly(decided.plus(Duration.ofDays(14)));
    }

    @Test
    void S5_a_person_is_as_old_as_when_the_officer_recommended() {
        LocalDate today = Scenario.NOON.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        var grown =
                interviewing()
                        .given(
                                arrivedAt(
                                        CAME.minus(Duration.ofDays(2)),
                                        arrived(
                                                PERSON,
                                                Sex.MALE,
                                                Age.born(today.minusYears(18)),
                                                List.of(),
                                                List.of(),
                                                null)));
        grown.when(
                        recommend(
                                Finding.FIGHTER,
                                GroundCode.DIRECT_PARTICIPATION,
                                Scenario.NOON.minus(Duration.ofDays(1))),
                        SCREENER)
                .thenRefused("S5");
        grown.when(
                        recommend(
                                Finding.FIGHTER,
                                GroundCode.DIRECT_PARTICIPATION,
                                Scenario.NOON.minus(Duration.ofHours(1))),
                        SCREENER)
                .thenAccepted();
    }

    @Test
    void a_head_count_and_a_move_keep_when_they_were() {
        var counted = man.when(new CountHeads(OP, "SYRIAN_MEN", 1, THEN), LINE_OFFICER);
        assertThat(counted.events())
                .containsExactly(new HeadCounted("SYRIAN_MEN", man.newId("count"), 1, 1, 0, THEN));
        man.when(new ReassignGroup(OP, PERSON, "IRAQI_MEN", WHY, THEN), LINE_OFFICER)
                .thenAccepted();
    }
}
