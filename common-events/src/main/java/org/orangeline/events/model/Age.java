package org.orangeline.events.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A birth date, or a range estimated on a day. The range grows with the days that pass since.
 *
 * @param birthDate known birth date; then every other field is null
 * @param min lowest plausible age in completed years on {@code estimatedOn}
 * @param max highest plausible age in completed years on {@code estimatedOn}
 * @param method how it was estimated
 * @param assessor code of who estimated it, never a name
 * @param estimatedOn the day the range refers to
 */
public record Age(
        @Nullable LocalDate birthDate,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable AgeMethod method,
        @Nullable String assessor,
        @Nullable LocalDate estimatedOn) {

    /** Convention on the Rights of the Child, article 1: a child is every person under 18. */
    public static final int ADULT_AT = 18;

    /** The highest age that is accepted, in years. */
    public static final int HIGHEST = 130;

    /**
     * @throws IllegalArgumentException when it is neither a birth date nor a range with min at most
     *     max
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
        if (min != null && max != null && (min < 0 || max > HIGHEST || min > max)) {
            throw new IllegalArgumentException(
                    "age range must lie within 0 and " + HIGHEST + ", min at most max");
        }
    }

    public static Age born(LocalDate birthDate) {
        return new Age(birthDate, null, null, null, null, null);
    }

    public static Age between(int min, int max, LocalDate estimatedOn) {
        return new Age(null, min, max, AgeMethod.APPEARANCE, null, estimatedOn);
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
                on);
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

    /** The last day on which the person may have been born. */
    private LocalDate lastBirthDate() {
        if (birthDate != null) {
            return birthDate;
        }
        if (min == null || estimatedOn == null) {
            throw new IllegalStateException("the constructor lets no such age through");
        }
        return estimatedOn.minusYears(min);
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
                        ? birthDate.plusYears(ADULT_AT)
                        : Objects.requireNonNull(estimatedOn)
                                .plusYears(Math.max(0, ADULT_AT - Objects.requireNonNull(min)));
        // Who was born on 29 February has the birthday a day later in most years.
        return isChildOrInDoubt(grown) ? grown.plusDays(1) : grown;
    }

    /** In doubt: the range reaches both below and above 18 on that day. */
    public boolean isInDoubt(LocalDate on) {
        return lowest(on) < ADULT_AT && highest(on) >= ADULT_AT;
    }

    private long lowest(LocalDate on) {
        return years(min, on);
    }

    private long highest(LocalDate on) {
        return years(max, on);
    }

    private long years(@Nullable Integer bound, LocalDate on) {
        if (birthDate != null) {
            return ChronoUnit.YEARS.between(birthDate, on);
        }
        if (bound == null || estimatedOn == null) {
            throw new IllegalStateException("the constructor lets no such age through");
        }
        // A day before the estimate counts as the day of the estimate: a range never shrinks.
        return bound + Math.max(0, ChronoUnit.YEARS.between(estimatedOn, on));
    }
}
