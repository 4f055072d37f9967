package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewed;
import static org.orangeline.screening.Given.interviewing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S1, S2, S3, S5 and S6: one officer recommends, a second one concludes. */
class ScreeningDeciderTest {

    private static final UUID RECOMMENDATION = new UUID(0x7000, 99);
    private static final Confidential<String> REASON = Confidential.of("checked");
    private static final ConcludeScreening APPROVE =
            new ConcludeScreening(OP, PERSON, true, REASON, null);
    private static final ConcludeScreening RETURN =
            new ConcludeScreening(OP, PERSON, false, REASON, null);

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> adult =
            interviewing().given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"));
    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> inDoubt =
            interviewing().given(arrived(PERSON, Sex.MALE, 16, 20, "SYR"));

    @Test
    void an_officer_recommends() {
        var recommended =
                adult.when(
                                recommend(
                                        Finding.FIGHTER, GroundCode.COMMAND_ROLE, GroundCode.LINE),
                                SCREENER)
                        .then(
                                new FindingRecommended(
                                        PERSON,
                                        adult.newId("recommendation"),
                                        Finding.FIGHTER,
                                        List.of(
                                                ground(GroundCode.COMMAND_ROLE),
                                                ground(GroundCode.LINE)),
                                        List.of("E-1"),
                                        "screener"));
        assertThat(recommended.own().screening(OP, PERSON).status())
                .isEqualTo(Screening.Status.RECOMMENDED);
    }

    @Test
    void a_second_officer_concludes() {
        var concluded =
                adult.given(recommended(Finding.FIGHTER, GroundCode.COMMAND_ROLE))
                        .when(APPROVE, APPROVER)
                        .then(concluded(Finding.FIGHTER, GroundCode.COMMAND_ROLE));
        Screening screening = concluded.own().screening(OP, PERSON);
        assertThat(screening.status()).isEqualTo(Screening.Status.CONCLUDED);
        assertThat(screening.open()).isEmpty();
    }

    @Test
    void a_second_officer_sends_back_and_the_first_recommends_again() {
        var returned =
                adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                        .when(RETURN, APPROVER)
                        .then(
                                new RecommendationReturned(
                                        PERSON, RECOMMENDATION, "approver", REASON, null));
        assertThat(returned.own().screening(OP, PERSON).status())
                .isEqualTo(Screening.Status.RETURNED);
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .given(new RecommendationReturned(PERSON, RECOMMENDATION, "approver", REASON, null))
                .when(recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION), SCREENER)
                .thenAccepted();
    }

    @Test
    void S1_nothing_is_concluded_without_an_own_recommendation() {
        adult.when(APPROVE, APPROVER).thenRefused("S1");
        adult.when(RETURN, APPROVER).thenRefused("S1");
        adult.given(
                        arrived(MOTHER, Sex.FEMALE, 30, 40, "SYR"),
                        new FindingRecommended(
                                MOTHER,
                                RECOMMENDATION,
                                Finding.FAMILY_MEMBER,
                                List.of(ground(GroundCode.FAMILY_TIE)),
                                List.of(),
                                "screener"))
                .when(APPROVE, APPROVER)
                .thenRefused("S1");
    }

    @Test
    void S1_what_is_concluded_is_not_concluded_again() {
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .given(concluded(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(APPROVE, APPROVER)
                .thenRefused("S1");
    }

    @ParameterizedTest
    @EnumSource
    void S2_fighter_needs_an_own_individual_ground(GroundCode code) {
        var decided = adult.when(recommend(Finding.FIGHTER, code), SCREENER);
        if (code.isIndividual()) {
            decided.thenAccepted();
        } else {
            decided.thenRefused("S2");
        }
    }

    @Test
    void S2_family_member_may_rest_on_a_tie() {
        adult.when(recommend(Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE), SCREENER)
                .thenAccepted();
    }

    @Test
    void S2_is_looked_at_again_when_a_finding_is_approved() {
        adult.given(recommended(Finding.FIGHTER, GroundCode.NATIONALITY))
                .when(APPROVE, APPROVER)
                .thenRefused("S2");
    }

    @Test
    void S3_who_recommended_cannot_approve() {
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(APPROVE, SCREENER)
                .thenRefused("S3");
    }

    @Test
    void S3_who_recommended_cannot_send_back_either() {
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(RETURN, SCREENER)
                .thenRefused("S3");
    }

    @Test
    void S5_a_child_is_never_found_fighter() {
        interviewing()
                .given(arrived(PERSON, Sex.MALE, 12, 14, "SYR"))
                .when(recommend(Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION), SCREENER)
                .thenRefused("S5");
        inDoubt.when(recommend(Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION), SCREENER)
                .thenRefused("S5");
    }

    @Test
    void S5_child_associated_is_for_children_and_those_in_doubt() {
        inDoubt.when(recommend(Finding.CHILD_ASSOCIATED, GroundCode.PROTECTION_NEED), SCREENER)
                .thenAccepted();
        adult.when(recommend(Finding.CHILD_ASSOCIATED, GroundCode.PROTECTION_NEED), SCREENER)
                .thenRefused("S5");
    }

    @Test
    void S5_counts_by_the_facts_of_the_day_of_the_approval() {
        var corrected =
                adult.given(recommended(Finding.FIGHTER, GroundCode.COMMAND_ROLE))
                        .given(ageCorrected(PERSON, 15, 16));
        corrected.when(APPROVE, APPROVER).thenRefused("S5");
        corrected.when(APPROVE, SCREENER).thenRefused("S3", "S5");
        corrected.when(RETURN, APPROVER).thenAccepted();
        inDoubt.given(recommended(Finding.CHILD_ASSOCIATED, GroundCode.PROTECTION_NEED))
                .given(ageCorrected(PERSON, 25, 30))
                .when(APPROVE, APPROVER)
                .thenRefused("S5");
    }

    @Test
    void every_broken_rule_is_listed() {
        inDoubt.when(recommend(Finding.FIGHTER, GroundCode.NATIONALITY), SCREENER)
                .thenRefused("S2", "S5");
    }

    @Test
    void S6_a_machine_neither_recommends_nor_concludes_known_or_not() {
        adult.when(recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION), MACHINE)
                .thenRefused("S6");
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(APPROVE, MACHINE)
                .thenRefused("S6");
        interviewing().when(recommend(Finding.FIGHTER, GroundCode.LINE), MACHINE).thenRefused("S6");
        interviewing().when(APPROVE, MACHINE).thenRefused("S6");
    }

    @Test
    void an_unknown_person_is_not_found() {
        adult.when(
                        new RecommendFinding(OP, OTHER, Finding.UNDETERMINED, List.of(), List.of()),
                        SCREENER)
                .thenNotFound();
        adult.when(new ConcludeScreening(OP, OTHER, true, REASON, null), APPROVER).thenNotFound();
    }

    @Test
    void a_recommendation_while_one_is_open_is_a_conflict() {
        adult.given(recommended(Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION), APPROVER)
                .thenConflict();
    }

    @ParameterizedTest
    @EnumSource(
            value = Finding.class,
            names = {"UNDETERMINED", "CHILD_ASSOCIATED"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_concluded_screening_stays_concluded(Finding finding) {
        adult.given(recommended(finding, GroundCode.COMMAND_ROLE))
                .given(concluded(finding, GroundCode.COMMAND_ROLE))
                .when(recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION), SCREENER)
                .thenConflict();
    }

    @Test
    void undetermined_needs_no_ground_and_is_screened_again() {
        adult.when(recommend(Finding.UNDETERMINED), SCREENER).thenAccepted();
        var again =
                adult.given(recommended(Finding.UNDETERMINED))
                        .given(concluded(Finding.UNDETERMINED), interviewed(PERSON))
                        .when(recommend(Finding.CIVILIAN, GroundCode.NO_INDICATION), SCREENER)
                        .thenAccepted();
        assertThat(again.own().screening(OP, PERSON).conclusion())
                .extracting(Conclusion::finding)
                .isEqualTo(Finding.UNDETERMINED);
    }

    private static RecommendFinding recommend(Finding finding, GroundCode... codes) {
        return new RecommendFinding(
                OP,
                PERSON,
                finding,
                Arrays.stream(codes).map(code -> ground(code)).toList(),
                List.of("E-1"));
    }

    private static FindingRecommended recommended(Finding finding, GroundCode... codes) {
        return new FindingRecommended(
                PERSON,
                RECOMMENDATION,
                finding,
                Arrays.stream(codes).map(code -> ground(code)).toList(),
                List.of("E-1"),
                "screener");
    }

    private static ScreeningConcluded concluded(Finding finding, GroundCode... codes) {
        return new ScreeningConcluded(
                PERSON,
                RECOMMENDATION,
                finding,
                List.of(codes),
                List.of("E-1"),
                "screener",
                "approver",
                REASON,
                null);
    }
}
