package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.OperationCommand.ApproveLegalProfile;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.runtime.scenario.Decided;

/** A legal profile may be stricter than its norms, never laxer, and two humans change it. */
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

    @ParameterizedTest
    @CsvSource({
        "lineWaitLimit, P3DT1S, L4",
        "firstReviewWithin, P366D, P10",
        "appealWithin, P15D, P10",
        "plausibleClockSkew, PT47H, P10",
        "plausibleClockSkew, P31D, P10",
        "reasonsToldWithin, PT25H, P11",
        "cardWithin, P8D, P12",
        "bureauNoticeWithin, P15D, P12",
        "screenAgainWithin, P15D, S1",
        "assessmentGoodFor, P91D, P9",
        "questionWithin, PT49H, P14",
        "releaseWithin, PT25H, P19",
        "clearanceGoodFor, PT25H, S4",
        "retention, P89D, P12"
    })
    void every_limit_has_a_bound_from_its_norm(String limit, String laxer, String rule)
            throws IOException {
        ObjectNode profile =
                (ObjectNode)
                        new ObjectMapper()
                                .readTree(
                                        BuiltIn.class.getResource("/legal-profiles/gc-1949.json"));
        assertThat(profile.has(limit)).isTrue();
        LegalProfile lax =
                EventCodec.read(
                        profile.put(limit, laxer).toString().getBytes(StandardCharsets.UTF_8),
                        LegalProfile.class);
        changed(lax).thenRefused(rule);
    }

    @Test
    void two_humans_change_a_profile() {
        LegalProfile strict = profile(Period.ofMonths(3), 7, 14);
        var request = new RequestLegalProfile(OP, strict, Confidential.of("why"));
        open().when(request, Actor.machine("robot")).thenRefused("S6");
        var asked = open().when(request, OFFICER);
        UUID change = asked.event(LegalProfileChangeRequested.class).changeId();
        var waiting = open().by(OFFICER).given(asked.events());
        assertThat(waiting.own().require(OP).legalProfile()).isEqualTo(BUILT_IN);
        var approve = new ApproveLegalProfile(OP, change, Confidential.of("agreed"));
        waiting.when(approve, OFFICER).thenRefused("S6");
        waiting.when(approve, Actor.human(Actor.foreign("https://two.example", OFFICER.id())))
                .thenRefused("S6");
        waiting.when(approve, Actor.machine("robot")).thenRefused("S6");
        var changed = waiting.when(approve, Actor.human("somebody-else"));
        assertThat(changed.event(LegalProfileChanged.class).requestedBy())
                .isEqualTo(OFFICER.text());
        assertThat(changed.own().require(OP).legalProfile()).isEqualTo(strict);
        waiting.given(changed.events()).when(approve, Actor.human("somebody-else")).thenNotFound();
    }

    private static Decided<IntakeCommand, IntakeState, Custody, IntakeEvent> changed(
            LegalProfile profile) {
        return open().when(new RequestLegalProfile(OP, profile, Confidential.of("why")), OFFICER);
    }

    private static OpenOperation opening(LegalProfile profile) {
        OpenOperation built = Given.openOperation();
        return new OpenOperation(
                built.operation(), built.name(), built.numberPrefix(), built.plan(), profile);
    }

    @Test
    void P10_an_operation_opens_with_guarded_lines_and_two_humans_open_them() {
        LegalProfile open = profile(Period.ofMonths(6), 7, 14, false);
        nothing().when(opening(open), OFFICER).thenRefused("P10");
        nothing().when(opening(profile(Period.ofMonths(6), 7, 14, true)), OFFICER).thenAccepted();
        changed(open).thenAccepted();
    }

    private static LegalProfile profile(Period reviewEvery, int cardDays, int noticeDays) {
        return profile(reviewEvery, cardDays, noticeDays, null);
    }

    private static LegalProfile profile(
            Period reviewEvery, int cardDays, int noticeDays, @Nullable Boolean linesGuarded) {
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
                null,
                null,
                null,
                null,
                null,
                null,
                linesGuarded);
    }
}
