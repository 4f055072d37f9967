package org.orangeline.intake.operations;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.runtime.Violation;

/**
 * Every limit of a legal profile has a bound from its norm: it may be stricter, never laxer. Where
 * the norm has no number ("promptly", "as soon as possible"), the bound is how the built-in profile
 * reads it.
 */
final class TreatyLimits {

    /** Who waits under guard is held: the first review is not behind it (rule P10). */
    private static final Duration LINE = Duration.ofHours(72);

    private static final Duration FIRST_REVIEW = Duration.ofHours(72);
    private static final Duration CARD = Duration.ofDays(7);
    private static final Duration BUREAU_NOTICE = Duration.ofDays(14);
    private static final Duration SCREEN_AGAIN = Duration.ofDays(14);
    private static final Duration REASONS = Duration.ofHours(24);
    private static final Duration APPEAL = Duration.ofDays(14);

    /** A tablet is offline for two days and is believed; a clock is not a month wrong. */
    private static final Duration LEAST_SKEW = Duration.ofHours(48);

    private static final Duration MOST_SKEW = Duration.ofDays(30);

    private static final Duration LEAST_KEPT = Duration.ofDays(90);
    private static final Duration MOST_KEPT = Duration.ofDays(366);

    /** Periods are measured from the first day of a year of 365 days. */
    private static final LocalDate FROM = LocalDate.of(2019, 1, 1);

    private TreatyLimits() {}

    /** What the profile allows itself beyond them. */
    static List<Violation> exceededBy(LegalProfile profile) {
        return Stream.of(
                        atMost(
                                profile.lineWaitLimit(),
                                LINE,
                                "L4",
                                "Registration and review are prompt (Copenhagen Principles 8, 12):"
                                        + " lineWaitLimit"),
                        atMost(
                                profile.firstReviewWithin(),
                                FIRST_REVIEW,
                                "P10",
                                "The first review is prompt (GC IV 43, 78; Copenhagen Principle 12):"
                                        + " firstReviewWithin"),
                        require(
                                isTwiceAYear(profile.reviewEvery()),
                                "P10",
                                "Detention is reviewed at least every six months (GC IV 78):"
                                        + " reviewEvery has to be P6M or less."),
                        atMost(
                                profile.appealWithin(),
                                APPEAL,
                                "P10",
                                "An appeal is decided as soon as possible (GC IV 43, 78):"
                                        + " appealWithin"),
                        require(
                                isWithin(profile.plausibleClockSkew(), LEAST_SKEW, MOST_SKEW),
                                "P10",
                                "Custody is counted from its earliest plausible moment:"
                                        + " plausibleClockSkew has to be between PT48H and P30D."),
                        atMost(
                                profile.reasonsToldWithin(),
                                REASONS,
                                "P11",
                                "Reasons are told promptly (AP I 75): reasonsToldWithin"),
                        atMost(
                                profile.cardWithin(),
                                CARD,
                                "P12",
                                "A card is made out within a week (GC III 70, GC IV 106): cardWithin"),
                        atMost(
                                profile.bureauNoticeWithin(),
                                BUREAU_NOTICE,
                                "P12",
                                "The tracing bureau is told within two weeks (GC IV 137):"
                                        + " bureauNoticeWithin"),
                        atMost(
                                profile.screenAgainWithin(),
                                SCREEN_AGAIN,
                                "S1",
                                "Doubt about a person is resolved (GC III 5, GC IV 43):"
                                        + " screenAgainWithin"),
                        atMost(
                                profile.assessmentGoodFor(),
                                LegalProfile.USUAL_ASSESSMENT_GOOD_FOR,
                                "P9",
                                "What was safe may be so no longer (GC IV 45): assessmentGoodFor"),
                        atMost(
                                profile.questionWithin(),
                                LegalProfile.USUAL_QUESTION_WITHIN,
                                "P14",
                                "Whether detention is lawful is decided within 48 hours (ICCPR 9,"
                                        + " general comment 35): questionWithin"),
                        atMost(
                                profile.releaseWithin(),
                                LegalProfile.USUAL_RELEASE_WITHIN,
                                "P19",
                                "Who is to be free is released (AP I 75 (3)): releaseWithin"),
                        atMost(
                                profile.clearanceGoodFor(),
                                LegalProfile.USUAL_CLEARANCE_GOOD_FOR,
                                "S4",
                                "Who urgently needs care is seen every day (GC IV 91, 92):"
                                        + " clearanceGoodFor"),
                        require(
                                profile.retention() == null
                                        || isWithin(profile.retention(), LEAST_KEPT, MOST_KEPT),
                                "P12",
                                "A person who was released can be asked after, and is not kept on"
                                        + " record for ever (GC IV 137, 138; data protection):"
                                        + " retention has to be between P90D and P366D."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Violation> atMost(
            @Nullable Duration limit, Duration bound, String rule, String norm) {
        return require(
                limit == null || limit.compareTo(bound) <= 0,
                rule,
                norm + " has to be " + text(bound) + " or less.");
    }

    // Weeks and days are said in days, as the profiles say them.
    private static String text(Duration bound) {
        return bound.compareTo(Duration.ofDays(7)) < 0
                ? bound.toString()
                : "P" + bound.toDays() + "D";
    }

    private static boolean isWithin(Duration limit, Duration least, Duration most) {
        return limit.compareTo(least) >= 0 && limit.compareTo(most) <= 0;
    }

    private static boolean isTwiceAYear(Period every) {
        return !FROM.plus(every).plus(every).isAfter(FROM.plusYears(1));
    }

    private static Optional<Violation> require(boolean kept, String rule, String satisfiedBy) {
        return kept ? Optional.empty() : Optional.of(new Violation(rule, satisfiedBy));
    }
}
