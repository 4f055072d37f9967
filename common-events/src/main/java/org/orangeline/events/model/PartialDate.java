package org.orangeline.events.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as far as it is known: a year, a month or a day. A year alone is the whole year, and never
 * its first of January.
 *
 * @param first the first day that it may be
 * @param last the last one
 */
public record PartialDate(LocalDate first, LocalDate last) {

    /** {@code 2004}, {@code 2004-05} or {@code 2004-05-01}. */
    public static final String PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

    private static final Pattern PARTS =
            Pattern.compile("(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?");

    /**
     * @throws IllegalArgumentException when it is none
     */
    public static PartialDate of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no year, month or day");
        }
        try {
            int year = Integer.parseInt(parts.group("year"));
            if (parts.group("month") == null) {
                return new PartialDate(
                        LocalDate.of(year, Month.JANUARY, 1),
                        LocalDate.of(year, Month.DECEMBER, 31));
            }
            LocalDate first = LocalDate.of(year, Integer.parseInt(parts.group("month")), 1);
            if (parts.group("day") == null) {
                return new PartialDate(first, first.plusMonths(1).minusDays(1));
            }
            LocalDate day = LocalDate.parse(text);
            return new PartialDate(day, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day of the calendar", e);
        }
    }

    /** One day. */
    public static PartialDate day(LocalDate day) {
        return new PartialDate(day, day);
    }

    /** How much of it is known. */
    public DatePrecision precision() {
        if (first.equals(last)) {
            return DatePrecision.DAY;
        }
        return first.getMonth() == last.getMonth() ? DatePrecision.MONTH : DatePrecision.YEAR;
    }

    /** The whole of its year. */
    public PartialDate year() {
        return of("%04d".formatted(first.getYear()));
    }

    /** Whether a text is one. */
    public static boolean isOne(String text) {
        try {
            return of(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
