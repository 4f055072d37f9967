package org.orangeline.events.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A birth date, or a range estimated on a day. The range grows with the days that pass since.
 *
 * <p>Of a birth date only the year or the month may be known. The lowest age then counts from the
 * last day that it may be and the highest from the first, so that a person stays a child until
 * every possible birthday has passed.
 *
 * @param birthDate the birth date, or the first day that it may be; then the fields of an estimate
 *     are null
 * @param min lowest plausible age in completed years on {@code estimatedOn}
 * @param max highest plausible age in completed years on {@code estimatedOn}
 * @param method how it was estimated
 * @param assessor code of who estimated it, never a name
 * @param estimatedOn the day the range refers to
 * @param precision how much of the birth date is known; null means the day, as before there was a
 *     precision
 * @param basis what the birth date rests on; null where nobody was asked
 */
public record Age(
        @Nullable LocalDate birthDate,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable AgeMethod method,
        @Nullable String assessor,
        @Nullable LocalDate estimatedOn,
        @Nullable DatePrecision precision,
        @Nullable BirthDateBasis basis) {

    /** Convention on the Rights of the Child, article 1: a child is every person under 18. */
    public static final int ADULT_AT = 18;

    /** The highest age that is accepted, in years. */
    public static final int HIGHEST = 130;

    /**
     * @throws IllegalArgumentException when it is neither a birth date nor a range with min at most
     *     max, or a month or year does not start with its first day
     */
    public Age {
        if (birthDate == null && (min == null || max == null || estimatedOn == null)) {
            throw new IllegalArgumentException("age needs birthDate, or min and max");
        }
        boolean estimated =
                min != null
                        || max != null
                        || method != null
                        || assessor != null
                        || estimatedOn != null;
        if (birthDate != null && estimated) {
            throw new IllegalArgumentException("age has either birthDate or an estimate");
        }
        if (birthDate == null && (precision != null || basis != null)) {
            throw new IllegalArgumentException("only a birth date has a precision and a basis");
        }
        if (birthDate != null && !birthDate.equals(firstDay(birthDate, precision))) {
            throw new IllegalArgumentException("birthDate must be the first day that it may be");
        }
        if (min != null && max != null && (min < 0 || max > HIGHEST || min > max)) {
            throw new IllegalArgumentException(
                    "age range must lie within 0 and " + HIGHEST + ", min at most max");
        }
    }

    /** A birth date of which the day is known. */
    public static Age born(LocalDate birthDate) {
        return new Age(birthDate, null, null, null, null, null, null, null);
    }

    /**
     * A birth date as it was told. A first of January counts as the whole year unless it was
     * verified: papers and tablets write 1 January where only the year is known.
     */
    public static Age born(PartialDate told, BirthDateBasis basis) {
        boolean yearAlone =
                told.first().getDayOfYear() == 1
                        && told.precision() == DatePrecision.DAY
                        && basis != BirthDateBasis.VERIFIED;
        PartialDate counts = yearAlone ? told.year() : told;
        return new Age(counts.first(), null, null, null, null, null, counts.precision(), basis);
    }

    public static Age between(int min, int max, LocalDate estimatedOn) {
        return new Age(null, min, max, AgeMethod.APPEARANCE, null, estimatedOn, null, null);
    }

    /** The same, wider by a margin in years either way; a birth date becomes a range. */
    public Age widened(int margin, AgeMethod how, LocalDate on) {
        if (margin == 0) {
            return this;
        }
        return new Age(
                null,
                (int) Math.max(0, lowest(on) - margin),
                (int) Math.min(HIGHEST, highest(on) + margin),
                how,
                assessor,
                on,
                null,
                null);
    }

    /** A child, or in doubt: the lowest plausible age on that day is under 18. */
    public boolean isChildOrInDoubt(LocalDate on) {
        return lowest(on) < ADULT_AT;
    }

    /**
     * Whether a child on a day, or maybe one; a day before an estimate counts as that day, when the
     * person was younger.
     */
    public boolean mayHaveBeenChild(LocalDate then) {
        return lastBirthDate().plusYears(ADULT_AT).isAfter(then);
    }

    /**
     * Whether an act can have been the person's.
     *
     * @param on the days on which it may have been; null where only an age is told
     * @param ageThen how old the person was, in completed years; null where only a date is told
     * @param today the last day on which it may have been
     */
    public boolean fits(@Nullable PartialDate on, @Nullable Integer ageThen, LocalDate today) {
        LocalDate last = on == null || on.last().isAfter(today) ? today : on.last();
        if (last.isBefore(firstBirthDate())) {
            return false;
        }
        long youngest = on == null ? 0 : ChronoUnit.YEARS.between(lastBirthDate(), on.first());
        return ageThen == null
                || (ageThen >= youngest
                        && ageThen <= ChronoUnit.YEARS.between(firstBirthDate(), last));
    }

    /** The first day on which the person may have been born. */
    private LocalDate firstBirthDate() {
        if (birthDate != null) {
            return birthDate;
        }
        if (max == null || estimatedOn == null) {
            throw new IllegalStateException("the constructor lets no such age through");
        }
        return estimatedOn.minusYears(max + 1L).plusDays(1);
    }

    /** The last day on which the person may have been born. */
    private LocalDate lastBirthDate() {
        if (birthDate != null) {
            return lastDay(birthDate, precision);
        }
        if (min == null || estimatedOn == null) {
            throw new IllegalStateException("the constructor lets no such age through");
        }
        return estimatedOn.minusYears(min);
    }

    private static LocalDate firstDay(LocalDate day, @Nullable DatePrecision precision) {
        return switch (precision) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            case DAY -> day;
            case null -> day;
        };
    }

    private static LocalDate lastDay(LocalDate first, @Nullable DatePrecision precision) {
        return switch (precision) {
            case YEAR -> first.plusYears(1).minusDays(1);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case DAY -> first;
            case null -> first;
        };
    }

    /** Whether both leave the same ages possible, whatever they rest on. */
    public boolean saysTheSame(Age other) {
        return Objects.equals(birthDate, other.birthDate)
                && (birthDate == null || lastBirthDate().equals(other.lastBirthDate()))
                && Objects.equals(min, other.min)
                && Objects.equals(max, other.max);
    }

    /** Whether this age leaves a later birth possible, and so protects longer. */
    public boolean isYoungerThan(Age other) {
        return lastBirthDate().isAfter(other.lastBirthDate());
    }

    /** The lowest age that is possible on a day, in completed years. */
    public long atLeast(LocalDate on) {
        return lowest(on);
    }

    /** The highest age that is possible on a day, in completed years. */
    public long atMost(LocalDate on) {
        return highest(on);
    }

    /** The first day on which the lowest plausible age is that of an adult. */
    public LocalDate adultFrom() {
        LocalDate grown =
                birthDate != null
                        ? lastBirthDate().plusYears(ADULT_AT)
                        : Objects.requireNonNull(estimatedOn)
                                .plusYears(Math.max(0, ADULT_AT - Objects.requireNonNull(min)));
        // Who was born on 29 February has the birthday a day later in most years.
        return isChildOrInDoubt(grown) ? grown.plusDays(1) : grown;
    }

    /** The first day on which the highest plausible age is that of an adult. */
    public LocalDate maybeAdultFrom() {
        LocalDate first =
                birthDate != null
                        ? birthDate.plusYears(ADULT_AT)
                        : Objects.requireNonNull(estimatedOn)
                                .plusYears(Math.max(0, ADULT_AT - Objects.requireNonNull(max)));
        return highest(first) < ADULT_AT ? first.plusDays(1) : first;
    }

    /** In doubt: the range reaches both below and above 18 on that day. */
    public boolean isInDoubt(LocalDate on) {
        return lowest(on) < ADULT_AT && highest(on) >= ADULT_AT;
    }

    private long lowest(LocalDate on) {
        return birthDate != null
                ? ChronoUnit.YEARS.between(lastBirthDate(), on)
                : estimated(min, on);
    }

    private long highest(LocalDate on) {
        return birthDate != null ? ChronoUnit.YEARS.between(birthDate, on) : estimated(max, on);
    }

    private long estimated(@Nullable Integer bound, LocalDate on) {
        if (bound == null || estimatedOn == null) {
            throw new IllegalStateException("the constructor lets no such age through");
        }
        // A day before the estimate counts as the day of the estimate: a range never shrinks.
        return bound + Math.max(0, ChronoUnit.YEARS.between(estimatedOn, on));
    }
}
