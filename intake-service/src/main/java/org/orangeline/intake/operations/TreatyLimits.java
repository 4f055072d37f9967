package org.orangeline.intake.operations;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.runtime.Violation;

/**
 * P10, P12: a legal profile may be stricter than the treaties, never laxer. Reviews at least twice
 * a year (GC IV 43, 78), a capture or internment card within a week (GC III 70, GC IV 106), notice
 * to the tracing bureau within two weeks (GC IV 137).
 */
final class TreatyLimits {

    private static final Duration CARD = Duration.ofDays(7);
    private static final Duration BUREAU_NOTICE = Duration.ofDays(14);

    /** Periods are measured from the first day of a year of 365 days. */
    private static final LocalDate FROM = LocalDate.of(2019, 1, 1);

    private TreatyLimits() {}

    /** What the profile allows itself beyond them. */
    static List<Violation> exceededBy(LegalProfile profile) {
        return Stream.of(
                        require(
                                isTwiceAYear(profile.reviewEvery()),
                                "P10",
                                "Detention is reviewed at least every six months (GC IV 78):"
                                        + " reviewEvery has to be P6M or less."),
                        require(
                                profile.cardWithin().compareTo(CARD) <= 0,
                                "P12",
                                "A card is made out within a week (GC III 70, GC IV 106): cardWithin"
                                        + " has to be P7D or less."),
                        require(
                                profile.bureauNoticeWithin().compareTo(BUREAU_NOTICE) <= 0,
                                "P12",
                                "The tracing bureau is told within two weeks (GC IV 137):"
                                        + " bureauNoticeWithin has to be P14D or less."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isTwiceAYear(Period every) {
        return !FROM.plus(every).plus(every).isAfter(FROM.plusYears(1));
    }

    private static Optional<Violation> require(boolean kept, String rule, String satisfiedBy) {
        return kept ? Optional.empty() : Optional.of(new Violation(rule, satisfiedBy));
    }
}
