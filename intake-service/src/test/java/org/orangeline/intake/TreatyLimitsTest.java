package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.OperationCommand.ChangeLegalProfile;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.runtime.scenario.Decided;

/** A legal profile may be stricter than the treaties, never laxer (rules P10, P12). */
class TreatyLimitsTest {

    private static final LegalProfile BUILT_IN = BuiltIn.legalProfile("gc-1949").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"P7M", "P1Y", "P6M1D", "P183D", "P27W"})
    void P10_reviews_are_never_further_apart_than_six_months(String every) {
        changed(profile(Period.parse(every), 7, 14)).thenRefused("P10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6M", "P26W", "P182D", "P3M"})
    void P10_reviews_may_be_closer(String every) {
        changed(profile(Period.parse(every), 7, 14)).thenAccepted();
    }

    @Test
    void P12_a_card_within_a_week_and_a_notice_within_two() {
        changed(profile(Period.ofMonths(6), 8, 14)).thenRefused("P12");
        changed(profile(Period.ofMonths(6), 7, 15)).thenRefused("P12");
        changed(profile(Period.ofMonths(6), 1, 2)).thenAccepted();
    }

    @Test
    void P10_P12_whatever_is_laxer_is_named_at_once_also_when_an_operation_opens() {
        Refusal refusal =
                nothing().when(opening(profile(Period.ofMonths(12), 30, 30)), OFFICER).refusal();
        assertThat(refusal.violations())
                .extracting(Violation::rule)
                .containsExactly("P10", "P12", "P12");
    }

    private static Decided<IntakeCommand, IntakeState, Custody, IntakeEvent> changed(
            LegalProfile profile) {
        return open().when(new ChangeLegalProfile(OP, profile, Confidential.of("why")), OFFICER);
    }

    private static OpenOperation opening(LegalProfile profile) {
        OpenOperation built = Given.openOperation();
        return new OpenOperation(
                built.operation(), built.name(), built.numberPrefix(), built.plan(), profile);
    }

    private static LegalProfile profile(Period reviewEvery, int cardDays, int noticeDays) {
        return new LegalProfile(
                "own",
                BUILT_IN.lineWaitLimit(),
                BUILT_IN.firstReviewWithin(),
                reviewEvery,
                Duration.ofDays(cardDays),
                Duration.ofDays(noticeDays),
                BUILT_IN.screenAgainWithin(),
                BUILT_IN.plausibleClockSkew(),
                null,
                null);
    }
}
