package org.orangeline.kit.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a tablet wrote it. Tablets write the year of the calendar that they are set to, in the
 * digits of their language. Which calendar it is, the year tells: those that mean the years around
 * 2000 to 2045 do not overlap. The months are those of that calendar.
 *
 * @param at the moment; null when it cannot be told
 * @param calendar by the year; null when it is none of them
 * @param asSent what was written, where that is not the moment in ISO 8601; null otherwise
 */
public record TabletTime(
        @Nullable Instant at, @Nullable Calendar calendar, @Nullable String asSent) {

    /** Calendars that tablets are set to. */
    public enum Calendar {
        /** Also of a clock that was never set, or set wrongly. */
        GREGORIAN(1850, 2199),
        /** Umm al-Qura, 2004 to 2047. */
        HIJRI(1425, 1470),
        /** Of Iran and Afghanistan, 2001 to 2046. */
        JALALI(1380, 1424),
        /** Of Thailand, Laos and Cambodia, 2000 to 2047. */
        BUDDHIST(2543, 2590);

        private final int first;
        private final int last;

        Calendar(int first, int last) {
            this.first = first;
            this.last = last;
        }

        private static Optional<Calendar> of(int year) {
            for (Calendar calendar : values()) {
                if (year >= calendar.first && year <= calendar.last) {
                    return Optional.of(calendar);
                }
            }
            return Optional.empty();
        }

        private String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }

        private LocalDate day(int year, int month, int day) {
            return switch (this) {
                case GREGORIAN -> LocalDate.of(year, month, day);
                case HIJRI -> iso(HijrahChronology.INSTANCE.date(year, month, day));
                case JALALI -> Jalali.day(year, month, day);
                case BUDDHIST -> iso(ThaiBuddhistChronology.INSTANCE.date(year, month, day));
            };
        }

        private static LocalDate iso(ChronoLocalDate date) {
            return LocalDate.ofEpochDay(date.toEpochDay());
        }
    }

    /**
     * Of what is kept as it was sent: nothing but digits, separators and the letters of ISO 8601.
     */
    private static final Pattern KEPT = Pattern.compile("[\\p{Nd}\\p{P}+ TtZz]{1,64}");

    /** In place of what is none of that, which might be anybody's name. */
    private static final String UNREADABLE = "?";

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[Tt ](?<rest>[0-9:.,]{5,18}([Zz]|[+-]\\d{2}:\\d{2}))");

    /** Of a field that may hold one: any line of text. */
    public static final String SENT = ".{1,100}";

    /** What is told of a time that is none. */
    public static final String EXPECTED =
            "must be a time of ISO 8601 in the Gregorian calendar, or in one of which the year tells"
                    + " what it is: Hijri, Jalali, Buddhist";

    /** Of any text; what cannot be read has no moment. */
    public static TabletTime of(String sent) {
        String text = digits(sent);
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return new TabletTime(null, null, kept(sent));
        }
        int year = Integer.parseInt(parts.group("year"));
        Calendar calendar = Calendar.of(year).orElse(null);
        if (calendar == null) {
            return new TabletTime(null, null, kept(sent));
        }
        try {
            LocalDate day =
                    calendar.day(
                            year,
                            Integer.parseInt(parts.group("month")),
                            Integer.parseInt(parts.group("day")));
            Instant at = OffsetDateTime.parse(day + "T" + parts.group("rest")).toInstant();
            boolean plain = calendar == Calendar.GREGORIAN && text.equals(sent);
            return new TabletTime(at, calendar, plain ? null : kept(sent));
        } catch (DateTimeException e) {
            return new TabletTime(null, calendar, kept(sent));
        }
    }

    /**
     * The moment of a field that needs one.
     *
     * @throws ProblemException 400, naming the calendar where that is certain
     */
    public Instant require(String field) {
        if (at != null) {
            return at;
        }
        throw ProblemException.field(
                field,
                calendar == null || calendar == Calendar.GREGORIAN
                        ? EXPECTED
                        : "is no time of the calendar that its year is of: " + calendar.title());
    }

    private static String kept(String sent) {
        String seen = sent.replaceAll("\\p{Cf}", "");
        return KEPT.matcher(seen).matches() ? seen : UNREADABLE;
    }

    /** Digits of any script as 0 to 9, without what only changes the direction. */
    private static String digits(String sent) {
        StringBuilder text = new StringBuilder();
        sent.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(point ->
                        Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER
                                ? '0' + Character.digit(point, 10)
                                : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /**
     * The solar calendar of Iran, by its leap years of a cycle of 33, which holds from 1343 to 1472
     * (1964 to 2093). The JDK has none.
     */
    private static final class Jalali {

        /** 1 Farvardin 1380. */
        private static final LocalDate NEW_YEAR = LocalDate.of(2001, 3, 21);

        private static final int FIRST = Calendar.JALALI.first;
        private static final int LONG_MONTHS = 6;
        private static final int CYCLE = 33;

        private Jalali() {}

        static LocalDate day(int year, int month, int day) {
            if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
                throw new DateTimeException("no day of the Jalali calendar");
            }
            long days = day - 1;
            for (int before = 1; before < month; before++) {
                days += length(year, before);
            }
            for (int before = FIRST; before < year; before++) {
                days += isLeap(before) ? 366 : 365;
            }
            return NEW_YEAR.plusDays(days);
        }

        private static int length(int year, int month) {
            if (month <= LONG_MONTHS) {
                return 31;
            }
            return month < 12 || isLeap(year) ? 30 : 29;
        }

        private static boolean isLeap(int year) {
            return switch (year % CYCLE) {
                case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
                default -> false;
            };
        }
    }
}
