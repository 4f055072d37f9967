package org.orangeline.screening.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.unmerged;
import static org.orangeline.screening.Given.withNeeds;
import static org.orangeline.screening.history.ScreeningMoment.How.LENT;
import static org.orangeline.screening.history.ScreeningMoment.How.UNNOTICED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.view.FindingInDoubt;

/** S4 in a log: who was questioned uncleared, and whose finding rests on another's clearance. */
class UnclearedTest {

    private static final Instant NOON = Scenario.NOON;
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));
    private static final UUID ID = new UUID(0x7000, 900);
    private static final UUID MERGE = merged(OTHER, PERSON).mergeId();
    private static final Confidential<String> REASON = Confidential.of("as told");
    private static final Actor ASKED = Actor.human("registrar-1");
    private static final Actor CONFIRMED = Actor.human("registrar-2");
    private static final MedicallyCleared CLEARED = cleared(PERSON);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> urgent =
            asking().given(
                            withNeeds(
                                    arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                    Needs.MEDICAL_URGENT));

    /** A man whose clearance stands on the record that was merged into his, and who was found. */
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> found =
            urgent.given(withNeeds(arrived(OTHER, Sex.MALE, 30, 40, "SYR"), Needs.MEDICAL_URGENT))
                    .given(cleared(OTHER), merged(PERSON, OTHER))
                    .by(SCREENER)
                    .given(opened(null), recommended(null))
                    .by(APPROVER)
                    .given(concluded());

    private static MedicallyCleared cleared(UUID person) {
        return new MedicallyCleared(person, "dr-17", null, null);
    }

    private static ScreeningOpened opened(@Nullable Instant at) {
        return new ScreeningOpened(PERSON, ID, "individual-screening", 1, "ar", null, at);
    }

    private static FindingRecommended recommended(@Nullable Instant at) {
        return new FindingRecommended(
                PERSON,
                ID,
                Finding.CIVILIAN,
                List.of(ground(GroundCode.NO_INDICATION)),
                List.of(),
                "screener",
                null,
                at);
    }

    private static ScreeningConcluded concluded() {
        return new ScreeningConcluded(
                PERSON,
                ID,
                Finding.CIVILIAN,
                List.of(GroundCode.NO_INDICATION),
                List.of(),
                "screener",
                "approver",
                REASON,
                null);
    }

    @Test
    void S4_who_is_questioned_uncleared_is_a_fault_at_each_record() {
        var questioned =
                urgent.by(SCREENER)
                        .given(
                                opened(null),
                                new AnswersRecorded(
                                        PERSON,
                                        ID,
                                        "individual-screening",
                                        1,
                                        Confidential.of(new Answers(List.of())),
                                        List.of(),
                                        null,
                                        null),
                                recommended(null));
        var wrong =
                new ScreeningMoment(
                        OP,
                        "S4",
                        UNNOTICED,
                        PERSON,
                        NOON,
                        NOON,
                        List.of(SCREENER.text()),
                        "ScreeningOpened");
        assertThat(Moments.of(questioned, LATER))
                .hasSize(3)
                .contains(wrong)
                .extracting(ScreeningMoment::ending)
                .containsExactly("ScreeningOpened", "AnswersRecorded", "FindingRecommended");
    }

    @Test
    void S4_who_was_cleared_or_was_well_is_no_moment() {
        var later = urgent.given(CLEARED).at(NOON.plusSeconds(60));
        assertThat(Moments.of(later.given(opened(null), recommended(null)), LATER)).isEmpty();
        var well = asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
        assertThat(Moments.of(well.given(opened(null)), LATER)).isEmpty();
        assertThat(Moments.of(found, LATER)).isEmpty();
    }

    @Test
    void S4_a_clearance_that_has_run_out_or_is_of_another_need_covers_nothing() {
        var cleared = urgent.given(CLEARED);
        assertThat(Moments.of(cleared.at(LATER.plusSeconds(1)).given(opened(null)), LATER))
                .extracting(ScreeningMoment::how)
                .containsExactly(UNNOTICED);
        var again =
                cleared.given(needsCorrected(PERSON))
                        .at(NOON.plusSeconds(600))
                        .given(needsCorrected(PERSON, Needs.MEDICAL_URGENT))
                        .at(NOON.plusSeconds(900));
        assertThat(Moments.of(again.given(opened(null)), LATER)).hasSize(1);
    }

    @Test
    void S4_what_was_said_after_the_interview_made_it_no_wrong() {
        var later =
                asking().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"))
                        .at(NOON.plus(Duration.ofHours(2)))
                        .given(needsCorrected(PERSON, Needs.MEDICAL_URGENT));
        assertThat(Moments.of(later.given(opened(NOON.plusSeconds(60))), LATER)).isEmpty();
        assertThat(Moments.of(later.given(opened(null)), LATER)).hasSize(1);
    }

    @Test
    void S4_a_need_of_another_registration_counts() {
        var both = urgent.given(arrived(OTHER, Sex.MALE, 30, 40, "SYR"), merged(OTHER, PERSON));
        var questioned =
                new ScreeningOpened(OTHER, ID, "individual-screening", 1, "ar", null, null);
        assertThat(Moments.of(both.given(questioned), LATER))
                .extracting(ScreeningMoment::personId)
                .containsExactly(OTHER);
        assertThat(Moments.of(both.given(cleared(OTHER), questioned), LATER)).isEmpty();
    }

    @Test
    void S4_a_reversal_shows_whose_clearance_was_lent_until_the_finding_is_reopened() {
        var apart =
                found.at(LATER)
                        .by(ASKED)
                        .given(new UnmergeRequested(PERSON, MERGE, OTHER, REASON))
                        .by(CONFIRMED)
                        .given(unmerged(PERSON, OTHER));
        Instant end = LATER.plusSeconds(600);
        var lent =
                new ScreeningMoment(
                        OP,
                        "S4",
                        LENT,
                        PERSON,
                        LATER,
                        null,
                        List.of(ASKED.text(), CONFIRMED.text()),
                        null);
        assertThat(Moments.of(apart, end)).containsExactly(lent);
        assertThat(inDoubt(found)).isEmpty();
        assertThat(inDoubt(apart)).containsExactly("S4");
        var reopened = apart.at(end).by(APPROVER).given(new ScreeningReopened(PERSON, ID, REASON));
        assertThat(inDoubt(reopened)).isEmpty();
        assertThat(Moments.of(reopened, end))
                .containsExactly(
                        new ScreeningMoment(
                                OP,
                                "S4",
                                LENT,
                                PERSON,
                                LATER,
                                end,
                                List.of(ASKED.text(), CONFIRMED.text(), APPROVER.text()),
                                "ScreeningReopened"));
        assertThat(Moments.of(apart.at(end).given(merged(PERSON, OTHER)), end))
                .extracting(ScreeningMoment::ending)
                .containsExactly("PersonsMerged");
    }

    @Test
    void S4_a_finding_on_a_clearance_of_its_own_is_lent_by_nobody() {
        var own =
                urgent.given(arrived(OTHER, Sex.MALE, 30, 40, "SYR"))
                        .given(CLEARED, merged(PERSON, OTHER))
                        .given(opened(null), recommended(null), concluded());
        assertThat(Moments.of(own.given(unmerged(PERSON, OTHER)), LATER)).isEmpty();
    }

    private static List<String> inDoubt(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> now) {
        return FindingInDoubt.of(OP, now.own(), now.known()).stream()
                .flatMap(one -> one.broken().stream())
                .map(Violation::rule)
                .toList();
    }
}
